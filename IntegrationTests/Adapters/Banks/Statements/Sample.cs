using System.Text;
using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Banks.Tests.Statements;

/// <summary>Files of every family, as a bank would send them.</summary>
internal static class Sample
{
    public static readonly DateOnly Day = new(2026, 11, 20);
    public static readonly string[] Families = [.. StatementFamilies.All.Select(family => family.Name)];
    public static readonly string[] WithChecksums = ["napas", "mb", "ocb"];
    private const string Account = "3511010543210";

    public static IStatementFamily Family(string name) => StatementFamilies.Find(name)!;

    public static StatementFile File(byte[] bytes) => new()
    {
        Name = "DVCQG_20261120.dat",
        Open = () => new MemoryStream(bytes),
        Day = Day,
        Key = "SECRET",
        Size = bytes.Length,
        MadeAt = VietnamTime.At(Day.AddDays(1), new TimeOnly(6, 0)),
    };

    public static byte[] Bytes(string family, int count)
    {
        using var to = new MemoryStream();
        Family(family).Write(to, File([]), Lines(family, count));
        return to.ToArray();
    }

    /// <summary>The text of a file, decoded where the family encodes it.</summary>
    public static string Text(string family, int count)
    {
        var text = Encoding.UTF8.GetString(Bytes(family, count));
        return family == "portal-1" ? Encoding.UTF8.GetString(Convert.FromBase64String(text)) : text;
    }

    public static byte[] Encoded(string family, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return family == "portal-1" ? Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)) : bytes;
    }

    public static StatementLine[] Read(string family, byte[] bytes, Func<StatementFile, StatementFile>? change = null) =>
        [.. StatementReader.Verify(Family(family), (change ?? (file => file))(File(bytes))).Lines()];

    public static Rejection Rejected(string family, byte[] bytes, Func<StatementFile, StatementFile>? change = null) =>
        Should.Throw<StatementRejectedException>(() => StatementReader.Verify(Family(family), (change ?? (file => file))(File(bytes)))).Rejection;

    /// <summary>Lines that hold everything that the family can tell.</summary>
    public static IEnumerable<StatementLine> Lines(string family, int count) => Enumerable.Range(0, count).Select(at => Line(family, at));

    private static StatementLine Line(string family, int at)
    {
        var kinds = family switch
        {
            "ocb" => new[] { StatementKind.Payment },
            "vnpay" => [StatementKind.Payment, StatementKind.Refund],
            "camt.053" or "mt940" => Enum.GetValues<StatementKind>(),
            _ => [StatementKind.Payment, StatementKind.Refund, StatementKind.Settlement, StatementKind.Fee],
        };
        var kind = kinds[at % kinds.Length];
        var transfer = $"FT{at:D8}";
        return new StatementLine
        {
            LineNumber = 0,
            Kind = kind,
            Direction = kind is StatementKind.Payment or StatementKind.RefundReversal or StatementKind.SettlementReversal or StatementKind.FeeReversal
                ? StatementDirection.Credit
                : StatementDirection.Debit,
            PartnerReference = transfer,
            OurReference = PaymentReference.Of(Day, (ulong)at).Value,
            Amount = new Vnd(50_000 + at),
            Time = family is "ocb" or "mt940" ? null : VietnamTime.At(Day, new TimeOnly(8, 0).Add(TimeSpan.FromSeconds(at % 50_000))),
            BankDate = Day,
            Account = family switch
            {
                "vnpay" => "TESTTMN1",
                "ocb" => transfer,
                _ => Account,
            },
            Status = family switch
            {
                "napas" => "0000",
                "camt.053" => "BOOK",
                "mt940" => new[] { "NTRF", "NRTI", "NMSC", "NCHG" }[((int)kind - 1) % 4],
                _ => "00",
            },
        };
    }
}
