using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments.Accounts;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Gateway.Payments.Obligations;

/// <summary>
/// Which account a line's money goes to: one that the agency registered, and no other. What a message says of an account is proven by nothing
/// (5.6), and the holder's name is ours.
/// </summary>
internal sealed class BeneficiaryRules(AgencyAccounts accounts)
{
    /// <summary>The lines with their accounts, as far as they have no fault.</summary>
    public async Task<IReadOnlyList<FeeLine>> LinesOfAsync(
        AgencyCode agency, IReadOnlyList<LineForm> forms, DateTimeOffset now, ObligationFaults faults, CancellationToken cancellationToken)
    {
        var today = VietnamTime.DayOf(now);
        var registered = (await accounts.OfAsync(agency, cancellationToken)).Where(row => row.IsValidOn(today)).Select(row => row.Account).ToList();
        var lines = new List<FeeLine>(forms.Count);
        for (var index = 0; index < forms.Count; index++)
        {
            if (forms[index].With(AccountOf(forms[index].Account, registered, $"lines[{index}].beneficiaryAccount", faults)) is { } line) lines.Add(line);
        }

        if (lines.Count == forms.Count && lines.Count > 0) CheckSplit(lines, faults);
        return lines;
    }

    private static BeneficiaryAccount? AccountOf(string? text, List<BeneficiaryAccount> registered, string field, ObligationFaults faults)
    {
        if (text is null) return null;
        var found = registered.Where(account => account.Key == text || account.Number == text).ToList();
        if (found.Count == 1) return found[0];
        if (found.Count == 0) faults.Add(field, "beneficiary.not-registered", "Tài khoản thụ hưởng này không phải là tài khoản cơ quan đã đăng ký.");
        else faults.Add(field, "beneficiary.ambiguous", "Có nhiều ngân hàng cùng số tài khoản này. Vui lòng ghi <mã ngân hàng>/<số tài khoản>.");
        return null;
    }

    private static void CheckSplit(List<FeeLine> lines, ObligationFaults faults)
    {
        switch (ObligationSplit.FaultOf(lines))
        {
            case SplitFault.AmountTooLarge:
                faults.Add("lines", "amount.too-large", ObligationForm.TooLarge);
                break;
            case SplitFault.TooManyAccounts:
                faults.Add("lines", "beneficiaries.too-many", $"Một nghĩa vụ có tối đa {ObligationSplit.MostAccounts} tài khoản thụ hưởng.");
                break;
            case { } fault:
                throw new System.Diagnostics.UnreachableException($"{fault} has been looked for before.");
            default:
                break;
        }
    }
}
