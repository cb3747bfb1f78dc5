//! The commands of a meeting while it goes on, by activity.

pub(crate) use super::agency::*;
pub(crate) use super::amending::*;
pub(crate) use super::business::*;
pub(crate) use super::capturing::*;
pub(crate) use super::caseload::*;
pub(crate) use super::changing::*;
pub(crate) use super::coming::*;
pub(crate) use super::grounds::*;
pub(crate) use super::half_typed::*;
pub(crate) use super::instead::weigh_conversion;
pub(crate) use super::lines::*;
pub(crate) use super::making_right::*;
pub(crate) use super::mending::*;
pub(crate) use super::newcomer::*;
pub(crate) use super::opening::*;
pub(crate) use super::owing::reassign_action;
pub(crate) use super::permitting::*;
pub(crate) use super::round::*;
pub(crate) use super::turning::*;
pub(crate) use super::written::*;
