using System.Globalization;
using System.Text;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;
using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Adapters.Banks.Statements.Answers;
using DichVuCong.Adapters.Banks.Statements.Text;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Abuse.Tests.Readers;

/// <summary>
/// Reconciliation files of every family, written as a bank would and then spoilt: each ends verified, or rejected with the line and the rule. Families
/// with checksums are read without them too, so that what stands behind a checksum is reached.
/// </summary>
internal static class StatementTargets
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    private static readonly string[] Covers =
    [
        "BoundedStream.Read", "CamtFamily.Read", "DigestStream.Read", "DigestStream.ReadToEnd", "IStatementFamily.Read", "Mt940Family.Read", "Mt940Tag.Read",
        "TextFamily.Read", "TextFamily.ReadRecords",
    ];

    /// <summary>Rejections that are about the file as such, and name no line.</summary>
    private static readonly RejectionRule[] OfTheFile =
        [RejectionRule.DuplicateName, RejectionRule.Size, RejectionRule.Changed, RejectionRule.Date, RejectionRule.RecordType, RejectionRule.Balance];

    public static IEnumerable<IFuzzTarget> All => StatementFamilies.All.SelectMany(Of);

    private static IEnumerable<IFuzzTarget> Of(IStatementFamily family)
    {
        yield return new ReaderTarget($"statement-{family.Name}", dice => Make(dice, family), bytes => Read(family, bytes), Covers);
        if (family is not TextFamily { Layout: { } layout } || (layout.Detail.Checksum is null && !layout.IsBase64)) yield break;
        var plain = new TextFamily(layout with
        {
            IsBase64 = false,
            Detail = layout.Detail with { Checksum = null },
            Trailer = layout.Trailer is { } trailer ? trailer with { Checksum = null } : null,
        });
        yield return new ReaderTarget($"statement-{family.Name}-plain", dice => Make(dice, plain), bytes => Read(plain, bytes));
    }

    private static byte[] Make(Dice dice, IStatementFamily family)
    {
        using var to = new MemoryStream();
        var count = dice.OnceIn(100) ? 5_000 : dice.Below(8);
        family.Write(to, File([]), Enumerable.Range(0, count).Select(at => Line(family.Name, at)));
        var bytes = to.ToArray();
        var isEncoded = family is TextFamily { Layout.IsBase64: true };
        var text = Encoding.UTF8.GetString(isEncoded ? Convert.FromBase64String(Encoding.ASCII.GetString(bytes)) : bytes);
        var lines = text.Split('\n').ToList();
        for (var changes = dice.OnceIn(8) ? 0 : 1 + dice.Below(3); changes > 0; changes--) Change(dice, lines);
        text = string.Join('\n', lines);
        var spoilt = ByteMutation.OfText(dice, text);
        if (!isEncoded) return spoilt;
        return ByteMutation.OfText(dice, Convert.ToBase64String(spoilt, dice.OnceIn(10) ? Base64FormattingOptions.InsertLineBreaks : Base64FormattingOptions.None));
    }

    /// <summary>A line goes, comes twice, elsewhere or cut; a field, between what stands between fields, becomes another.</summary>
    private static void Change(Dice dice, List<string> lines)
    {
        var at = dice.Below(lines.Count);
        var line = lines[at];
        switch (dice.Below(9))
        {
            case 0 when lines.Count > 1: lines.RemoveAt(at); break;
            case 1: lines.Insert(dice.Below(lines.Count + 1), line); break;
            case 2: lines[at] = line[..dice.Below(line.Length + 1)]; break;
            case 3: lines[at] = line.Insert(dice.Below(line.Length + 1), Nasty.Text(dice)); break;
            case 4: lines.Insert(at, dice.Pick(["", "-", ":86:", ":62F:", ":61:x", "</Ntry>", "<Ntry>", "<!DOCTYPE a>", "TR", "DR", "9|1", "HR", new string('x', 10_000)])); break;
            default: lines[at] = Field(dice, line); break;
        }
    }

    private static string Field(Dice dice, string line)
    {
        var marks = Enumerable.Range(0, line.Length).Where(index => line[index] is '|' or ',' or '[' or ']' or ':' or '/' or '<' or '>' or '"').Append(line.Length).ToList();
        var from = dice.Below(marks.Count);
        var start = from == 0 ? 0 : Math.Min(line.Length, marks[from - 1] + 1);
        var old = line[start..marks[from]];
        string[] numbers =
        [
            "-1", "0", "1e5", "1.5", "1,5", "+1", "999999999999999", "9999999999999999999", "٣", "00", "31", "2359", "1131235959", "00010101000000", "0001-01-01",
            "0001-01-01T00:00:00", "9999-12-31T23:59:59", "99991231235959", "0229", "000000", "240000", "261120", "D261120VND0,", "C261120USD1,", "704", "USD", "VND",
        ];
        var value = dice.Below(5) switch
        {
            0 => Nasty.Text(dice),
            1 => old + old,
            2 => "",
            3 => old.Length > 0 && old.All(char.IsAsciiDigit) ? dice.Pick(numbers).PadLeft(old.Length, '0') : dice.Pick(numbers),
            _ => dice.Pick(numbers),
        };
        return line[..start] + value + line[marks[from]..];
    }

    private static string? Read(IStatementFamily family, byte[] bytes)
    {
        VerifiedStatement statement;
        try
        {
            statement = StatementReader.Verify(family, File(bytes));
        }
        catch (StatementRejectedException rejected)
        {
            return BrokenBy(rejected, bytes);
        }

        var lines = statement.Lines().ToList();
        if (lines.Count != statement.Count) return $"{lines.Count} lines where {statement.Count} were verified";
        if (lines.Any(line => line.Amount.Amount < 0 || line.PartnerReference.Length == 0 || line.BankDate != Day)) return "a verified line that cannot be";
        if (family is TextFamily { Layout: { } layout } && (layout.Answer ?? layout).Line.Result is not null)
        {
            AnswerFile.Write(Stream.Null, statement, File([]), new StatementAnswer { OutcomeOf = line => (AnswerOutcome)(1 + (line % 4)) });
        }

        return null;
    }

    private static string? BrokenBy(StatementRejectedException rejected, byte[] bytes)
    {
        var (line, _, rule, details) = rejected.Rejection;
        if (details.Length == 0 || !Enum.IsDefined(rule)) return "a rejection without rule or details";
        if (line == 0 && !OfTheFile.Contains(rule)) return $"a rejection by {rule} that names no line";
        // A file in Base64 has fewer lines than the text that is in it has.
        if (line < 0 || line > bytes.Length + 2) return string.Create(CultureInfo.InvariantCulture, $"a rejection of line {line}");
        return rejected.Message.Contains(Nasty.Canary, StringComparison.OrdinalIgnoreCase) ? "a rejection that quotes the file" : null;
    }

    private static StatementFile File(byte[] bytes) => new()
    {
        Name = "DVCQG_20261120.dat",
        Open = () => new MemoryStream(bytes),
        Day = Day,
        Key = "SECRET",
        Size = bytes.Length,
        MadeAt = VietnamTime.At(Day.AddDays(1), new TimeOnly(6, 0)),
    };

    private static StatementLine Line(string family, int at)
    {
        StatementKind[] kinds = family switch
        {
            "ocb" => [StatementKind.Payment],
            "vnpay" => [StatementKind.Payment, StatementKind.Refund],
            "camt.053" or "mt940" => Enum.GetValues<StatementKind>(),
            _ => [StatementKind.Payment, StatementKind.Refund, StatementKind.Settlement, StatementKind.Fee],
        };
        var kind = kinds[at % kinds.Length];
        var isCredit = kind is StatementKind.Payment or StatementKind.RefundReversal or StatementKind.SettlementReversal or StatementKind.FeeReversal;
        var transfer = string.Create(CultureInfo.InvariantCulture, $"FT{at:D8}");
        return new StatementLine
        {
            LineNumber = 0,
            Kind = kind,
            Direction = isCredit ? StatementDirection.Credit : StatementDirection.Debit,
            PartnerReference = transfer,
            OurReference = PaymentReference.Of(Day, (ulong)at).Value,
            Amount = new Vnd(50_000 + at),
            Time = family is "ocb" or "mt940" ? null : VietnamTime.At(Day, new TimeOnly(8, 0).Add(TimeSpan.FromSeconds(at % 50_000))),
            BankDate = Day,
            Account = family switch
            {
                "vnpay" => "TESTTMN1",
                "ocb" => transfer,
                _ => "3511010543210",
            },
            Status = family switch
            {
                "napas" => "0000",
                _ => "00",
            },
        };
    }
}
