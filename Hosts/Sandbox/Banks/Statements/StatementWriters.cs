using System.Collections.Frozen;

namespace DichVuCong.Sandbox.Banks.Statements;

/// <summary>The families of statements (A8, 5.10) by their names: how each is written, and how its files end.</summary>
internal static class StatementWriters
{
    private static readonly FrozenDictionary<string, (string Extension, Func<StatementHead, IReadOnlyList<StatementRow>, string> Write)> All =
        new Dictionary<string, (string, Func<StatementHead, IReadOnlyList<StatementRow>, string>)>(StringComparer.Ordinal)
        {
            ["napas"] = ("txt", NapasWriter.Write),
            ["mb"] = ("txt", BankTextWriters.Mb),
            ["ocb"] = ("csv", BankTextWriters.Ocb),
            ["vnpay"] = ("csv", BankTextWriters.Vnpay),
            ["portal-1"] = ("txt", BankTextWriters.Portal),
            ["camt.053"] = ("xml", CamtWriter.Write),
            ["mt940"] = ("sta", Mt940Writer.Write),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names.</summary>
    public static IEnumerable<string> Names => All.Keys.Order(StringComparer.Ordinal);

    /// <summary>The family of a name; null when there is none.</summary>
    public static (string Extension, Func<StatementHead, IReadOnlyList<StatementRow>, string> Write)? Find(string name) =>
        All.TryGetValue(name, out var family) ? family : null;
}
