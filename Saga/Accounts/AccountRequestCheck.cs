using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Saga.Accounts;

/// <summary>A request that is complete: its time runs (A10.4).</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="Target">For which system.</param>
/// <param name="Account">The account; null for a new one.</param>
/// <param name="FullName">The person.</param>
/// <param name="PersonalId">The person's number.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Position">The position.</param>
/// <param name="Phone">The telephone.</param>
/// <param name="Email">The official e-mail.</param>
/// <param name="Groups">The rights asked for.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Signer">Who signed the document.</param>
/// <param name="Document">The document.</param>
public sealed record CompleteAccountRequest(
    AccountRequestKind Kind,
    AccountTarget Target,
    AccountId? Account,
    PersonName FullName,
    PersonalId PersonalId,
    AgencyCode Unit,
    string Position,
    PhoneNumber Phone,
    EmailAddress Email,
    GroupSet Groups,
    string Reason,
    PersonName Signer,
    OfficialDocument Document)
{
    /// <summary>Whether TTDLQG handles it, or else the Administrative Procedure Control Department (A10.5).</summary>
    public bool IsOurs => Target == AccountTarget.Portal;
}

/// <summary>
/// Checks a unit's request: the eight fields of A10.2 and the electronic official document of A10.1. What is incomplete is answered with
/// everything that is missing at once, and starts no clock.
/// </summary>
public static class AccountRequestCheck
{
    private const int LongestText = 1000;
    private const int LongestName = 200;

    /// <summary>The request when it is complete, or else null and what is missing.</summary>
    /// <param name="form">The request as it came.</param>
    /// <param name="today">The day in Asia/Ho_Chi_Minh.</param>
    /// <param name="domains">The domains of official e-mail, such as <c>gov.vn</c>.</param>
    /// <param name="deficiencies">What is missing or wrong; never what was filled in.</param>
    public static CompleteAccountRequest? Check(
        AccountRequestForm form, DateOnly today, IReadOnlyList<string> domains, out IReadOnlyList<Deficiency> deficiencies)
    {
        ArgumentNullException.ThrowIfNull(form);
        var found = new DeficiencyList();
        var reader = new AccountFormReader(found);
        var kind = reader.Word<AccountRequestKind>("kind", form.Kind, "loại đề nghị", KindOf);
        var target = string.IsNullOrWhiteSpace(form.Target) ? AccountTarget.Portal : reader.Word<AccountTarget>("target", form.Target, "hệ thống", EnumWord<AccountTarget>.TryParse);
        var account = kind is null or AccountRequestKind.Create ? (AccountId?)null : reader.Value<AccountId>("account", form.Account, "tài khoản", AccountRequestRules.Account);
        var name = reader.Name(form.FullName);
        var number = reader.Number(form.PersonalId);
        var unit = reader.Value<AgencyCode>("unit", form.Unit, "đơn vị công tác", AccountRequestRules.Unit);
        var position = reader.Text("position", form.Position, "chức vụ", LongestName);
        var phone = reader.Phone(form.Phone);
        var email = reader.OfficialEmail(form.Email, domains);
        var groups = GroupsOf(form, kind, reader, found);
        var reason = reader.Text("reason", form.Reason, "lý do", LongestText);
        var signer = reader.Value<PersonName>("documentSigner", form.DocumentSigner, "người ký văn bản", AccountRequestRules.TooLong, PersonName.MaxLength);
        var documentNumber = reader.Text("documentNumber", form.DocumentNumber, "số văn bản", LongestName);
        var file = reader.Text("documentFile", form.DocumentFile, "tệp văn bản", LongestName);
        var date = DateOf(form, today, reader, found);
        deficiencies = found.Found;
        if (deficiencies.Count > 0) return null;
        return new CompleteAccountRequest(
            kind!.Value, target!.Value, account, name!, number!, unit, position!, phone!, email!, groups, reason!, signer!, new OfficialDocument(documentNumber!, date, file!));
    }

    private static bool KindOf(string? word, out AccountRequestKind kind) =>
        Enum.TryParse(word, ignoreCase: true, out kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(word![0]);

    // A lock and an unlock ask for no right; what they name all the same has to be known.
    private static GroupSet GroupsOf(AccountRequestForm form, AccountRequestKind? kind, AccountFormReader reader, DeficiencyList found)
    {
        var groups = reader.Groups(form.Groups);
        if (kind is AccountRequestKind.Create or AccountRequestKind.ChangeRights && form.Groups is not { Count: > 0 }) found.Add("groups", AccountRequestRules.Missing, "phạm vi quyền");
        return groups;
    }

    private static DateOnly DateOf(AccountRequestForm form, DateOnly today, AccountFormReader reader, DeficiencyList found)
    {
        if (reader.Text("documentDate", form.DocumentDate, "ngày văn bản", LongestName) is not { } text) return default;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date <= today) return date;
        found.Add("documentDate", AccountRequestRules.Date);
        return default;
    }
}
