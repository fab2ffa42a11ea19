using System.Globalization;
using System.Text;

namespace DichVuCong.Adapters.Banks.Statements.Swift;

/// <summary>Writes a statement in MT940.</summary>
internal static class Mt940Writer
{
    public static void Write(Stream to, StatementFile file, IEnumerable<StatementLine> lines, Mt940Codes codes)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = codes.LineEnd };
        Int128 sum = 0;
        var isBegun = false;
        foreach (var line in lines)
        {
            if (!isBegun) Begin(text, file, line.Account);
            isBegun = true;
            sum += line.Direction == StatementDirection.Credit ? line.Amount.Amount : -line.Amount.Amount;
            var (kind, original) = line.Original();
            var type = codes.Kinds.First(each => each.Kind == kind && each.Direction == original).Code;
            var mark = (line.Kind.IsReversal() ? "R" : "") + (original == StatementDirection.Credit ? "C" : "D");
            text.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $":61:{line.BankDate:yyMMdd}{line.BankDate:MMdd}{mark}{line.Amount.Amount},{type}NONREF//{line.PartnerReference}"));
            if (line.OurReference is { } reference) text.WriteLine($":86:{codes.OurReferenceMark}{reference}");
        }

        if (!isBegun) Begin(text, file, "NONE");
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $":62F:{(sum < 0 ? "D" : "C")}{file.Day:yyMMdd}VND{Int128.Abs(sum)},"));
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
