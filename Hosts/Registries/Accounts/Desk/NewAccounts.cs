using DichVuCong.Contracts.Accounts;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Registries.Accounts.Desk;

/// <summary>What a new account is at the door: its row and profile, and the command that makes it.</summary>
public static class NewAccounts
{
    /// <summary>The fault of giving somebody these groups in a unit; null when there is none. The saga decides by the same rule.</summary>
    public static Deficiency? FaultOf(AccountKind kind, GroupSet groups, AccountUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return LeastPrivilege.Find(kind, groups, unit.Most) switch
        {
            null => null,
            AccountObstacle.NoGroup => Deficient(AccountRequestRules.Missing, "nhóm quyền"),
            AccountObstacle.AdministratorsOnly => Deficient(AccountRequestRules.AdministratorsOnly),
            _ => Deficient(AccountRequestRules.OutsideUnit, string.Join(", ", unit.Most.Groups.Select(Contracts.Catalogue.EnumWord<PermissionGroup>.Of))),
        };
    }

    /// <summary>The rows of a new account.</summary>
    public static RegisterAccount Row(CompleteAccount account, AccountId id, AccountUnit unit, AccountState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(unit);
        return new RegisterAccount(account.Profile(id, unit.Agency), account.Kind, state, now);
    }

    /// <summary>What is said of a new account: it is made, and its agency reviews from now on (A11.4).</summary>
    public static IReadOnlyList<DoorMessage> Messages(CompleteAccount account, AccountId id, AccountUnit unit, string by, string reason)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(unit);
        return
        [
            Said(new CreateAccount(id, account.Kind, unit.Agency, account.Groups, unit.Most, unit.Systems, by, reason)),
            Said(new WatchAgency(unit.Agency)),
        ];
    }

    /// <summary>A message in the flow of accounts.</summary>
    public static DoorMessage Said(object message) => new(message, AccountFlow.Shared);

    private static Deficiency Deficient(DeficiencyRule rule, params ReadOnlySpan<object?> arguments) =>
        new("groups", rule.Code, string.Format(System.Globalization.CultureInfo.InvariantCulture, rule.Text, arguments));
}
