using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Saga.Accounts;

/// <summary>A new account whose every field can be used.</summary>
/// <param name="Kind">The kind of account.</param>
/// <param name="FullName">The person.</param>
/// <param name="PersonalId">The person's number.</param>
/// <param name="Unit">The unit, as it was written.</param>
/// <param name="Position">The position.</param>
/// <param name="Phone">The telephone.</param>
/// <param name="Email">The official e-mail.</param>
/// <param name="Groups">The groups.</param>
public sealed record CompleteAccount(
    AccountKind Kind, PersonName FullName, PersonalId PersonalId, AgencyCode Unit, string Position, PhoneNumber Phone, EmailAddress Email, GroupSet Groups)
{
    /// <summary>The first revision of its profile.</summary>
    /// <param name="account">The account's identity.</param>
    /// <param name="unit">The unit's own code.</param>
    public AccountProfile Profile(AccountId account, AgencyCode unit) => new()
    {
        Account = account,
        Revision = 1,
        FullName = FullName,
        PersonalId = PersonalId,
        Unit = unit,
        Position = Position,
        Phone = Phone,
        Email = Email,
    };
}

/// <summary>Checks a new account field by field: everything that is wrong is named at once, and nothing of what was filled in is repeated.</summary>
public static class NewAccountCheck
{
    private const int LongestPosition = 200;

    /// <summary>The account when it can be used, or else null and what is wrong.</summary>
    /// <param name="form">The account as it came.</param>
    /// <param name="domains">The domains of official e-mail.</param>
    /// <param name="deficiencies">What is missing or wrong.</param>
    public static CompleteAccount? Check(NewAccountForm form, IReadOnlyList<string> domains, out IReadOnlyList<Deficiency> deficiencies)
    {
        ArgumentNullException.ThrowIfNull(form);
        var found = new DeficiencyList();
        var reader = new AccountFormReader(found);
        var kind = string.IsNullOrWhiteSpace(form.Kind) ? AccountKind.Officer : reader.Word<AccountKind>("kind", form.Kind, "loại tài khoản", KindOf);
        var name = reader.Name(form.FullName);
        var number = reader.Number(form.PersonalId);
        var unit = reader.Value<AgencyCode>("unit", form.Unit, "đơn vị công tác", AccountRequestRules.Unit);
        var position = reader.Text("position", form.Position, "chức vụ", LongestPosition);
        var phone = reader.Phone(form.Phone);
        var email = reader.OfficialEmail(form.Email, domains);
        var groups = reader.Groups(form.Groups);
        if (form.Groups is not { Count: > 0 }) found.Add("groups", AccountRequestRules.Missing, "nhóm quyền");
        deficiencies = found.Found;
        return deficiencies.Count > 0 ? null : new CompleteAccount(kind!.Value, name!, number!, unit, position!, phone!, email!, groups);
    }

    private static bool KindOf(string? word, out AccountKind kind) => Enum.TryParse(word, ignoreCase: true, out kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(word![0]);
}
