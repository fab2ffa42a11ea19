using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Operations.Language;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Dossiers;
using DichVuCong.Registries.Sealing;

namespace DichVuCong.Operations.Pages.Dossiers;

/// <summary>A search as it was asked for: what was typed, what it means, and what cannot be.</summary>
public sealed class SearchForm
{
    private const int LongestText = 100;

    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);
    private readonly List<Words> _problems = [];

    private SearchForm()
    {
    }

    /// <summary>The fields of the form, as the address has them.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["code", "agency", "procedure", "state", "since", "until", "submission", "payment", "alarms", "after"];

    /// <summary>What is looked for.</summary>
    public DossierCriteria Criteria { get; private set; } = new();

    /// <summary>Which fields cannot be, and why.</summary>
    public IReadOnlyList<Words> Problems => _problems;

    /// <summary>Whether a person is looked for.</summary>
    public bool IsPerson { get; private set; }

    /// <summary>What was typed into a field.</summary>
    public string this[string field] => _typed.GetValueOrDefault(field, "");

    /// <summary>Reads what stands in an address.</summary>
    public static SearchForm Read(IQueryCollection query, AgencyTree agencies)
    {
        ArgumentNullException.ThrowIfNull(agencies);
        var form = new SearchForm();
        foreach (var field in Fields) form.Take(field, query[field]);
        var agency = form.Value<AgencyCode>("agency", AgencyCode.TryParse, "mã định danh cơ quan", "an agency's code");
        var known = agency is { } named && agencies.Knows(named);
        if (agency is not null && !known) form.Refuse("agency", "danh mục không có cơ quan này", "the catalogue has no such agency");
        form.Criteria = new DossierCriteria
        {
            Code = form.Value<DossierCode>("code", DossierCode.TryParse, "mã hồ sơ", "a dossier's code"),
            // An agency stands for everything below it too.
            Scope = known ? agencies.CodesWithin(agency!.Value) : null,
            Procedure = form.Value<ProcedureCode>("procedure", ProcedureCode.TryParse, "mã thủ tục", "a procedure's code"),
            State = form.Value<DossierState>("state", TryState, "trạng thái", "a state"),
            Since = form.Value<DateOnly>("since", TryDay, "ngày", "a day"),
            Until = form.Value<DateOnly>("until", TryDay, "ngày", "a day"),
            Submission = form.Text("submission"),
            Reference = PaymentReferenceOf(form.Text("payment")),
            Transaction = PaymentReferenceOf(form.Text("payment")) is null ? form.Text("payment") : null,
            WithAlarms = form["alarms"].Length > 0,
            After = form.Place(),
        };
        return form;
    }

    /// <summary>Reads a posted search for a person: numbers as they were typed, or on the next page their keyed hashes.</summary>
    public static SearchForm ReadPerson(IFormCollection posted, Sealer sealer)
    {
        ArgumentNullException.ThrowIfNull(posted);
        ArgumentNullException.ThrowIfNull(sealer);
        var form = new SearchForm { IsPerson = true };
        form.Take("after", posted["after"]);
        var (number, phone) = (posted["personalId"].ToString().Trim(), posted["phone"].ToString().Trim());
        if (number.Length > 0 && !PersonalId.TryParse(number, out _)) form.Refuse("personalId", "phải là số định danh hoặc mã số thuế", "must be a personal number or a tax code");
        if (phone.Length > 0 && !PhoneNumber.TryParse(phone, out _)) form.Refuse("phone", "phải là số điện thoại Việt Nam", "must be a Vietnamese telephone number");
        form.Criteria = new DossierCriteria
        {
            Applicant = PersonalId.TryParse(number, out var person) ? sealer.HashIdentity(person.Reveal()) : HashOf(posted["applicantHash"]),
            Phone = PhoneNumber.TryParse(phone, out var telephone) ? sealer.HashPhone(telephone.Reveal()) : HashOf(posted["phoneHash"]),
            After = form.Place(),
        };
        if (form is { Problems.Count: 0, Criteria: { Applicant: null, Phone: null } })
        {
            form.Refuse("personalId, phone", "cần ít nhất một số", "one of the two is needed");
        }

        return form;
    }

    /// <summary>The address of the page behind a place.</summary>
    public string Next(SearchPlace place) => "/dossiers?" + string.Join('&', _typed.Where(field => field.Key != "after" && field.Value.Length > 0)
        .Append(new("after", $"{place}")).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));

    private delegate bool Parser<T>(string? text, out T value);

    /// <summary>Ours have 18 characters and begin with D; what a bank numbers is everything else.</summary>
    private static string? PaymentReferenceOf(string? text) =>
        text is { Length: 18 } && text[0] is 'D' or 'd' ? text.ToUpperInvariant() : null;

    private static bool TryState(string? text, out DossierState state)
    {
        var isNumber = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        state = (DossierState)number;
        return isNumber && Enum.IsDefined(state);
    }

    private static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 2000 and <= 2100;

    private static byte[]? HashOf(string? hex) => hex is { Length: 32 } && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : null;

    private void Take(string field, string? text) => _typed[field] = text?.Trim() ?? "";

    private string? Text(string field)
    {
        var text = this[field];
        if (text.Length > LongestText) Refuse(field, $"dài quá {LongestText} ký tự", $"is longer than {LongestText} characters");
        return text.Length == 0 ? null : text;
    }

    private T? Value<T>(string field, Parser<T> parse, string vietnamese, string english)
        where T : struct
    {
        if (this[field].Length == 0) return null;
        if (parse(this[field], out var value)) return value;
        Refuse(field, $"không phải {vietnamese}", $"is not {english}");
        return null;
    }

    private SearchPlace? Place()
    {
        if (this["after"].Length == 0) return null;
        if (SearchPlace.TryParse(this["after"], out var place)) return place;
        Refuse("after", "không phải vị trí trang", "is not the place of a page");
        return null;
    }

    private void Refuse(string field, string vietnamese, string english) => _problems.Add(new Words($"{field}: {vietnamese}.", $"{field}: {english}."));
}
