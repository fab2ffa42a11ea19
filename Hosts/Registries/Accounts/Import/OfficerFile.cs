using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Registries.Payments.Accounts;
using DichVuCong.Saga.Accounts;

namespace DichVuCong.Registries.Accounts.Import;

/// <summary>A row of the file that cannot be used.</summary>
/// <param name="Line">Its line, from 1 for the heading.</param>
/// <param name="Field">The column; empty when it is the row as a whole.</param>
/// <param name="Code">The stable code of the rule.</param>
/// <param name="Rule">What it breaks, in Vietnamese; never what was filled in.</param>
public sealed record OfficerFault(int Line, string Field, string Code, string Rule);

/// <summary>An officer and the line he stands on.</summary>
/// <param name="Line">The line.</param>
/// <param name="Account">The account.</param>
/// <param name="Unit">The unit.</param>
public sealed record OfficerLine(int Line, CompleteAccount Account, AccountUnit Unit);

/// <summary>What a file says.</summary>
/// <param name="Lines">The rows that can be used.</param>
/// <param name="Faults">Why others cannot.</param>
public sealed record OfficerReading(IReadOnlyList<OfficerLine> Lines, IReadOnlyList<OfficerFault> Faults);

/// <summary>
/// Reads a list of officers (CSV in UTF-8, comma, the columns of <see cref="Columns"/> in any order). A bad row is refused by its line with every
/// field that breaks a rule, and never mended; the good ones are taken.
/// </summary>
public static class OfficerFile
{
    /// <summary>The columns; groups are words of A12.1 after semicolons.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["unit", "fullName", "personalId", "position", "phone", "email", "groups"];

    /// <summary>Reads it.</summary>
    /// <param name="text">The file.</param>
    /// <param name="find">The unit behind a code; null for one that the catalogue does not have, or that is closed.</param>
    /// <param name="domains">The domains of official e-mail.</param>
    public static OfficerReading Read(TextReader text, Func<AgencyCode, AccountUnit?> find, IReadOnlyList<string> domains)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(find);
        var (lines, faults, persons) = (new List<OfficerLine>(), new List<OfficerFault>(), new Dictionary<string, int>(StringComparer.Ordinal));
        if (PositionsOf(text.ReadLine()) is not { } positions)
            return new([], [new OfficerFault(1, "", "file.heading", $"Dòng tiêu đề phải có đúng các cột {string.Join(", ", Columns)}.")]);
        for (var line = 2; text.ReadLine() is { } row; line++)
        {
            if (row.Length == 0) continue;
            if (CsvLine.Split(row) is not { } fields || fields.Count != positions.Count)
                faults.Add(new OfficerFault(line, "", "file.row", $"Dòng phải có {positions.Count} cột, dấu nháy kép phải đóng."));
            else if (Officer(line, name => fields[positions[name]], find, domains, faults) is { } officer && IsFirst(officer, persons, faults))
                lines.Add(officer);
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

    private static OfficerLine? Officer(
        int line, Func<string, string> field, Func<AgencyCode, AccountUnit?> find, IReadOnlyList<string> domains, List<OfficerFault> faults)
    {
        var form = new NewAccountForm
        {
            FullName = field("fullName"),
            PersonalId = field("personalId"),
            Unit = field("unit"),
            Position = field("position"),
            Phone = field("phone"),
            Email = field("email"),
            Groups = field("groups").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };
        var before = faults.Count;
        var account = NewAccountCheck.Check(form, domains, out var deficiencies);
        faults.AddRange(deficiencies.Select(found => new OfficerFault(line, ColumnOf(found.Field), found.Code, found.Message)));
        var unit = AgencyCode.TryParse(form.Unit.Trim(), out var code) ? find(code) : null;
        if (unit is null && deficiencies.All(found => found.Field != "unit"))
            faults.Add(new OfficerFault(line, "unit", AccountRequestRules.UnknownUnit.Code, "Danh mục không có đơn vị này, hoặc đơn vị đã kết thúc hoạt động."));
        if (account is not null && unit is not null && NewAccounts.FaultOf(account.Kind, account.Groups, unit) is { } more)
            faults.Add(new OfficerFault(line, more.Field, more.Code, more.Message));
        return faults.Count > before ? null : new OfficerLine(line, account!, unit!);
    }

    /// <summary>One person, one account: a second row about somebody is refused, whatever it says.</summary>
    private static bool IsFirst(OfficerLine officer, Dictionary<string, int> persons, List<OfficerFault> faults)
    {
        if (persons.TryAdd(officer.Account.PersonalId.Reveal(), officer.Line)) return true;
        faults.Add(new OfficerFault(officer.Line, "personalId", "account.twice-in-file", $"Trùng người với dòng {persons[officer.Account.PersonalId.Reveal()]}; mỗi người một tài khoản (Điều 9.2)."));
        return false;
    }

    private static string ColumnOf(string field) => field.StartsWith("groups", StringComparison.Ordinal) ? "groups" : field;
}
