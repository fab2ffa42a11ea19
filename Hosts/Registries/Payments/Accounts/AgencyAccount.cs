using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Registries.Payments.Accounts;

/// <summary>
/// An account to which fees of an agency go, as it registered it. ThongTinBienLai is not covered by MaXacThuc (5.6), so the account that a
/// message names counts only when it is one of these.
/// </summary>
/// <param name="Agency">The agency.</param>
/// <param name="Account">Bank code, number, holder.</param>
/// <param name="ValidFrom">The first day on which it counts.</param>
/// <param name="ValidTo">The last day; null while it has no end.</param>
public sealed record AgencyAccount(AgencyCode Agency, BeneficiaryAccount Account, DateOnly ValidFrom, DateOnly? ValidTo)
{
    /// <summary>Whether it counts on a day in Asia/Ho_Chi_Minh.</summary>
    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is not { } last || day <= last);
}
