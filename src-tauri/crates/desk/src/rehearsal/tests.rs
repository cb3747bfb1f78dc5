//! The sample's past months; meetings of every size are rehearsed in the rings.
