using DichVuCong.Contracts.Accounts;

namespace DichVuCong.Saga.Accounts;

/// <summary>Only what the task needs (A9.3): what stands in the way of giving somebody these groups.</summary>
public static class LeastPrivilege
{
    private static readonly GroupSet Administrators = GroupSet.Of(PermissionGroup.UnitAdministrator);

    /// <summary>The rule that a gift of groups breaks, or null when it breaks none.</summary>
    /// <param name="kind">The kind of account.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="unit">What may be given in the unit at most.</param>
    public static AccountObstacle? Find(AccountKind kind, GroupSet groups, GroupSet unit)
    {
        if (groups.IsEmpty) return AccountObstacle.NoGroup;
        if (kind == AccountKind.Officer && !groups.Without(Administrators).Equals(groups)) return AccountObstacle.AdministratorsOnly;
        return groups.Without(unit).IsEmpty ? null : AccountObstacle.OutsideUnit;
    }
}
