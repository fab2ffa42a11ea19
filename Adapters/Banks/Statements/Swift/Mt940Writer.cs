using System.Globalization;
using System.Text;

namespace DichVuCong.Adapters.Banks.Statements.Swift;

/// <summary>Writes a statement in MT940.</summary>
internal static class Mt940Writer
{
    public static void Write(Stream to, StatementFile file, IEnumerable<StatementLine> lines, Mt940Codes codes)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = codes.LineEnd };
        var (sum, isBegun) = (0L, false);
        foreach (var line in lines)
        {
            if (!isBegun) Begin(text, file, line.Account);
            isBegun = true;
            var isCredit = line.Direction == StatementDirection.Credit;
            sum = checked(sum + (isCredit ? line.Amount.Amount : -line.Amount.Amount));
            var type = codes.Kinds.First(each => each.Kind == line.Kind && each.Direction == line.Direction).Code;
            text.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $":61:{line.BankDate:yyMMdd}{line.BankDate:MMdd}{(isCredit ? "C" : "D")}{line.Amount.Amount},{type}NONREF//{line.PartnerReference}"));
            if (line.OurReference is { } reference) text.WriteLine($":86:{codes.OurReferenceMark}{reference}");
        }

        if (!isBegun) Begin(text, file, "NONE");
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $":62F:{(sum < 0 ? "D" : "C")}{file.Day:yyMMdd}VND{Math.Abs(sum)},"));
        text.WriteLine("-");
    }

    private static void Begin(StreamWriter text, StatementFile file, string account)
    {
        text.WriteLine($":20:{file.Day:yyMMdd}");
        text.WriteLine($":25:{account}");
        text.WriteLine(":28C:1/1");
        text.WriteLine($":60F:C{file.Day.AddDays(-1):yyMMdd}VND0,");
    }
}
