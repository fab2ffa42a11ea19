using System.Collections.Frozen;
using DichVuCong.Contracts.Accounts;
using static DichVuCong.Contracts.Accounts.AccountRights;

namespace DichVuCong.Saga.Accounts;

/// <summary>The rights behind the eight groups: a table, so that what an officer may do is read in one place.</summary>
public static class GroupRights
{
    private static readonly FrozenDictionary<PermissionGroup, AccountRights> Table = new Dictionary<PermissionGroup, AccountRights>
    {
        [PermissionGroup.Receiving] = ReceiveDossiers,
        [PermissionGroup.Processing] = ProcessDossiers,
        [PermissionGroup.Supervising] = ViewDossiers,
        [PermissionGroup.ResultReturning] = ReturnResults,
        [PermissionGroup.Clerical] = IssueDocuments,
        [PermissionGroup.FeeCollecting] = CollectFees,
        [PermissionGroup.UnitLeader] = ViewDossiers | ApproveResults,
        [PermissionGroup.UnitAdministrator] = ManageAccounts | SetScopes,
    }.ToFrozenDictionary();

    /// <summary>What a group gives.</summary>
    public static AccountRights Of(PermissionGroup group) => Table[group];

    /// <summary>What several groups give together.</summary>
    public static AccountRights Of(GroupSet groups)
    {
        var rights = None;
        foreach (var group in groups.Groups) rights |= Table[group];
        return rights;
    }
}
