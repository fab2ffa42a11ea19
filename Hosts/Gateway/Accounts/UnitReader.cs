using DichVuCong.Contracts;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Gateway.Accounts;

/// <summary>Finds the unit that a caller names: open, in the catalogue, and one that the caller's system serves.</summary>
internal sealed class UnitReader(AccountUnits units, AccountCallers callers, LiveCatalogue live, TimeProvider time)
{
    /// <summary>The unit; null with the fault.</summary>
    public async Task<(AccountUnit? Unit, Deficiency? Fault)> FindAsync(Account caller, AgencyCode code, string field, CancellationToken cancellationToken)
    {
        var today = VietnamTime.DayOf(time.GetUtcNow());
        var index = live.Current.Index;
        if (index.Agencies.Find(code, today) is not { } agency || !callers.Serves(caller, agency.Code)) return (null, Fault(field, AccountRequestRules.UnknownUnit));
        if (agency.Validity.IsOver(today))
            return (null, Fault(field, AccountRequestRules.ClosedUnit, index.Agencies.SuccessorOf(agency, today)?.Code.Value ?? "chưa có trong danh mục"));
        return (await units.FindAsync(index, agency.Code, today, cancellationToken), null);
    }

    /// <summary>The unit of a text that may be no code at all.</summary>
    public async Task<(AccountUnit? Unit, Deficiency? Fault)> FindAsync(Account caller, string? text, string field, CancellationToken cancellationToken) =>
        AgencyCode.TryParse(text?.Trim(), out var code) ? await FindAsync(caller, code, field, cancellationToken) : (null, Fault(field, AccountRequestRules.Unit));

    private static Deficiency Fault(string field, DeficiencyRule rule, params ReadOnlySpan<object?> arguments) =>
        new(field, rule.Code, string.Format(System.Globalization.CultureInfo.InvariantCulture, rule.Text, arguments));
}
