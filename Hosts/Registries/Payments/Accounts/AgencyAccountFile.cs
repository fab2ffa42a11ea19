using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Registries.Payments.Accounts;

/// <summary>A row of the file that cannot be used.</summary>
/// <param name="Line">Its line, from 1 for the heading.</param>
/// <param name="Field">The column; empty when it is the row as a whole.</param>
/// <param name="Rule">What it breaks, in Vietnamese: operators read it.</param>
public sealed record AgencyAccountFault(int Line, string Field, string Rule);

/// <summary>An account and the line it stands on.</summary>
/// <param name="Line">The line.</param>
/// <param name="Account">The account.</param>
public sealed record AgencyAccountLine(int Line, AgencyAccount Account);

/// <summary>What a file says.</summary>
/// <param name="Lines">The rows that can be used.</param>
/// <param name="Faults">Why others cannot.</param>
public sealed record AgencyAccountReading(IReadOnlyList<AgencyAccountLine> Lines, IReadOnlyList<AgencyAccountFault> Faults);

/// <summary>
/// Reads the agencies' accounts of a CSV file (UTF-8, comma, the columns of <see cref="Columns"/> in any order). A dirty row is refused by its
/// line and never mended: it is about where money goes.
/// </summary>
public static class AgencyAccountFile
{
    private const int LongestBank = 20;
    private const int LongestNumber = 30;
    private const int LongestHolder = 200;

    /// <summary>The columns: agency, bank code, account number, holder, <c>yes</c> for the State Treasury, first day, last day or nothing.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["agency", "bank", "number", "holder", "treasury", "validFrom", "validTo"];

    /// <summary>Reads it.</summary>
    /// <param name="text">The file.</param>
    /// <param name="find">The agency's own code behind any of its codes on a day; null for one that the catalogue does not have.</param>
    public static AgencyAccountReading Read(TextReader text, Func<AgencyCode, DateOnly, AgencyCode?> find)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(find);
        var (lines, faults) = (new List<AgencyAccountLine>(), new List<AgencyAccountFault>());
        if (PositionsOf(text.ReadLine()) is not { } positions)
        {
            return new([], [new AgencyAccountFault(1, "", $"Dòng tiêu đề phải có đúng các cột {string.Join(", ", Columns)}.")]);
        }

        for (var line = 2; text.ReadLine() is { } row; line++)
        {
            if (row.Length == 0) continue;
            if (CsvLine.Split(row) is not { } fields || fields.Count != positions.Count)
                faults.Add(new(line, "", $"Dòng phải có {positions.Count} cột, dấu nháy kép phải đóng."));
            else if (Account(line, name => fields[positions[name]].Trim(), find, faults) is { } account)
                lines.Add(new AgencyAccountLine(line, account));
        }

        return new(lines, faults);
    }

    private static Dictionary<string, int>? PositionsOf(string? heading)
    {
        if (heading is null || CsvLine.Split(heading.TrimStart('\uFEFF')) is not { } names || names.Count != Columns.Count) return null;
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < names.Count; index++) positions[names[index].Trim()] = index;
        return Columns.All(positions.ContainsKey) ? positions : null;
    }

    private static AgencyAccount? Account(int line, Func<string, string> field, Func<AgencyCode, DateOnly, AgencyCode?> find, List<AgencyAccountFault> faults)
    {
        var before = faults.Count;
        Check(IsCode(field("bank"), LongestBank), "bank", $"Mã ngân hàng gồm 2 đến {LongestBank} chữ số hoặc chữ in hoa.");
        Check(IsCode(field("number"), LongestNumber), "number", $"Số tài khoản gồm 2 đến {LongestNumber} chữ số hoặc chữ in hoa, không có khoảng trắng.");
        var isHolder = field("holder") is { Length: > 0 and <= LongestHolder } holder && !holder.Any(char.IsControl);
        Check(isHolder, "holder", $"Tên tài khoản không được trống, tối đa {LongestHolder} ký tự.");
        Check(field("treasury") is "yes" or "no", "treasury", "Phải là yes hoặc no.");
        var fromIsRead = TryReadDay(field("validFrom"), out var from);
        Check(fromIsRead, "validFrom", "Phải là ngày dạng yyyy-MM-dd.");
        DateOnly? to = null;
        if (field("validTo") is { Length: > 0 } last)
        {
            var toIsRead = TryReadDay(last, out var day);
            Check(toIsRead, "validTo", "Phải là ngày dạng yyyy-MM-dd, hoặc để trống.");
            Check(!toIsRead || !fromIsRead || day >= from, "validTo", "Không được trước validFrom.");
            to = day;
        }

        var agency = AgencyCode.TryParse(field("agency"), out var code) && fromIsRead ? find(code, from) : null;
        Check(agency is not null || !fromIsRead, "agency", $"Danh mục không có cơ quan '{Shown(field("agency"))}'.");
        return faults.Count > before
            ? null
            : new AgencyAccount(agency!.Value, new BeneficiaryAccount(field("number"), field("bank"), field("holder"), field("treasury") == "yes"), from, to);

        void Check(bool isRight, string name, string rule)
        {
            if (!isRight) faults.Add(new AgencyAccountFault(line, name, rule));
        }
    }

    private static bool IsCode(string text, int longest) =>
        text.Length >= 2 && text.Length <= longest && text.All(letter => char.IsAsciiDigit(letter) || char.IsAsciiLetterUpper(letter));

    private static bool TryReadDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>What a message repeats of the file: short, and nothing that a terminal would act on.</summary>
    private static string Shown(string text) => new([.. text.Take(40).Where(letter => !char.IsControl(letter))]);
}
