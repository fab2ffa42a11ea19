using System.Globalization;
using System.Text;
using DichVuCong.Sandbox.Banks.Wire;

namespace DichVuCong.Sandbox.Banks.Statements;

/// <summary>MT940 (A8): tags 20, 25, 28C, 60F, 61 with 86, 62F; whole đồng with a comma behind them.</summary>
internal static class Mt940Writer
{
    /// <summary>Writes it.</summary>
    public static string Write(StatementHead head, IReadOnlyList<StatementRow> rows)
    {
        var text = new StringBuilder();
        Line($":20:{head.Day:yyMMdd}");
        Line($":25:{head.Account}");
        Line($":28C:1/1");
        Line($":60F:C{head.Day.AddDays(-1):yyMMdd}VND0,");
        foreach (var row in rows)
        {
            var type = row.Kind switch { RowKind.Payment => "NTRF", RowKind.Refund => "NRTI", _ => "NMSC" };
            Line($":61:{BankClock.Local(row.At):yyMMdd}{head.Day:MMdd}{(row.IsCredit ? 'C' : 'D')}{row.Amount},{type}NONREF//{row.No}");
            if (row.Reference is { } reference) Line($":86:/ROC/{reference}");
        }

        var sum = rows.Sum(row => row.IsCredit ? row.Amount : -row.Amount);
        Line($":62F:{(sum < 0 ? 'D' : 'C')}{head.Day:yyMMdd}VND{Math.Abs(sum)},");
        Line($"-");
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append("\r\n");
    }
}
