using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;

namespace DichVuCong.Saga.Tests.Accounts;

/// <summary>Words about one account.</summary>
internal static class Acc
{
    public const string Request = "YC-1";
    public const string System = "H29";
    public const string OtherSystem = "G01";

    public static readonly AccountId Id = AccountId.Parse("T26030201G7K9A2B");
    public static readonly AgencyCode Agency = AgencyCode.Parse("H29.1");
    public static readonly AgencyCode Other = AgencyCode.Parse("G01.2");
    public static readonly OfficialDocument Document = new("12/UBND-VP", new DateOnly(2026, 3, 2), "files/1");
    public static readonly GroupSet Receiving = GroupSet.Of(PermissionGroup.Receiving);
    public static readonly GroupSet Administrator = GroupSet.Of(PermissionGroup.UnitAdministrator);
    public static readonly GroupSet Unit = GroupSet.All.Without(GroupSet.Of(PermissionGroup.FeeCollecting));

    public static CreateAccount Creates => new(Id, AccountKind.Officer, Agency, Receiving, Unit, [System], "quantri01", "Cán bộ mới");

    public static HandOverAccount HandsOver => new(Id, "ttdlqg01", Document);

    public static KeepCommitment Commits => new(Id, "quantri01", Document);

    public static DecideRequest Approves => new(Id, Request, Approved: true, "ttdlqg02", "");

    public static CheckRequest Finds => new(Id, Request, Valid: true, "ttdlqg01", "");

    public static LockAccount Locks(LockCause cause = LockCause.Violation) => new(Id, cause, "quantri01", "Vi phạm");

    public static UnlockAccount Unlocks => new(Id, "quantri01", "Đã xử lý");

    public static SuspendAccount Suspends => new(Id, "ttdlqg01", "Đăng nhập lạ");

    public static WithdrawAccount Withdraws => new(Id, LockCause.Leaving, "quantri01", "Nghỉ việc");

    public static RequestAccount Asks(DateTimeOffset at) =>
        new(Id, Request, AccountKind.AgencyAdministrator, Agency, Administrator, GroupSet.All, [System], Document, at);

    public static RequestChange AsksFor(AccountRequestKind kind, DateTimeOffset at, GroupSet groups = default) =>
        new(Id, Request, kind, Agency, groups, Unit, Document, at);

    public static SetGroups Sets(GroupSet groups, AgencyCode? agency = null) =>
        new(Id, agency ?? Agency, groups, Unit, [agency == Other ? OtherSystem : System], "quantri01", "Phân công lại");

    public static MoveAccount Moves => new(Id, Agency, Other, Receiving, Unit, [OtherSystem], "ttdlqg01", "Điều động");
}
