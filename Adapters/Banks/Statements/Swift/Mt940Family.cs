using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Statements.Swift;

/// <summary>SWIFT's MT940, an account's statement of a day (general knowledge: inferred). The opening balance and the movements must make the closing one.</summary>
public sealed class Mt940Family(Mt940Codes codes) : IStatementFamily
{
    private static readonly string[] Head = [":20:", ":25:", ":28C:", ":60F:"];

    /// <inheritdoc/>
    public string Name => "mt940";

    /// <inheritdoc/>
    public bool ShowsItsEnd => true;

    /// <inheritdoc/>
    public IEnumerable<StatementLine> Read(Stream content, StatementFile file)
    {
        var (at, account, last) = (0, "", "");
        Int128 balance = 0;
        StatementLine? open = null;
        foreach (var tag in Mt940Tag.Read(content, codes.LineEnd))
        {
            if (at < Head.Length)
            {
                if (tag.Name != Head[at++]) throw Wrong(tag, RejectionRule.RecordType, $"{Head[at - 1]} stands here.");
                if (tag.Name == ":25:") account = tag.Value.Length > 0 ? tag.Value : throw Wrong(tag, RejectionRule.Value, "It is empty.");
                if (tag.Name == ":60F:") balance = Mt940Movement.Balance(tag.Value, tag.Name, tag.Line).Amount;
            }
            else if (last == ":62F:")
            {
                if (tag.Name is not (":64:" or ":65:" or ":86:")) throw Wrong(tag, RejectionRule.RecordType, "Nothing but :64:, :65: and :86: stands behind the closing balance.");
                continue;
            }
            else if (tag.Name == ":86:" && last == ":61:")
            {
                open = open! with { OurReference = OurReference(tag.Value) };
            }
            else
            {
                if (open is not null) yield return open;
                open = null;
                if (tag.Name == ":61:")
                {
                    open = Movement(tag, account, file);
                    balance += open.Direction == StatementDirection.Credit ? open.Amount.Amount : -open.Amount.Amount;
                }
                else if (tag.Name == ":62F:")
                {
                    Close(tag, balance, file);
                }
                else
                {
                    throw Wrong(tag, RejectionRule.RecordType, ":61:, :86: or :62F: stands here.");
                }
            }

            last = tag.Name;
        }

        if (last != ":62F:") throw new StatementRejectedException(0, ":62F:", RejectionRule.RecordType, "The closing balance is missing: the file is cut.");
    }

    /// <inheritdoc/>
    public void Write(Stream to, StatementFile file, IEnumerable<StatementLine> lines) => Mt940Writer.Write(to, file, lines, codes);

    private StatementLine Movement(Mt940Tag tag, string account, StatementFile file)
    {
        var parts = Mt940Movement.Parts(tag.Value, tag.Line);
        var day = Mt940Movement.Day(parts.Groups["day"].Value, tag.Name, tag.Line);
        if (day > file.Day || day < file.Day.AddDays(-1)) throw Wrong(tag, RejectionRule.Date, $"It is {file.Day:yyyy-MM-dd}, or the day before.");
        var mark = parts.Groups["mark"].Value;
        var original = mark.EndsWith('C') ? StatementDirection.Credit : StatementDirection.Debit;
        var isReversal = mark.StartsWith('R');
        var kind = KindOf(tag, parts.Groups["type"].Value, original);
        return new StatementLine
        {
            LineNumber = tag.Line,
            Kind = isReversal ? kind.Reversal() : kind,
            Direction = isReversal ? original.Opposite() : original,
            Amount = new Vnd(Mt940Movement.Amount(parts.Groups["amount"].Value, tag.Name, tag.Line)),
            PartnerReference = parts.Groups["bank"].Success ? parts.Groups["bank"].Value : parts.Groups["own"].Value,
            BankDate = file.Day,
            Account = account,
            Status = parts.Groups["type"].Value,
        };
    }

    private StatementKind KindOf(Mt940Tag tag, string type, StatementDirection original)
    {
        foreach (var code in codes.Kinds)
        {
            if (code.Direction == original && code.Code == type) return code.Kind;
        }

        throw Wrong(tag, RejectionRule.Value, $"The type is one of {string.Join(", ", codes.Kinds.Select(each => each.Code))}, each with its direction.");
    }

    private string? OurReference(string information)
    {
        var mark = information.IndexOf(codes.OurReferenceMark, StringComparison.Ordinal);
        if (mark < 0) return null;
        var rest = information[(mark + codes.OurReferenceMark.Length)..];
        var end = rest.IndexOf('/', StringComparison.Ordinal);
        return end < 0 ? rest : rest[..end];
    }

    private static void Close(Mt940Tag tag, Int128 balance, StatementFile file)
    {
        var (day, stated) = Mt940Movement.Balance(tag.Value, tag.Name, tag.Line);
        if (day != file.Day) throw Wrong(tag, RejectionRule.Date, $"It is {file.Day:yyyy-MM-dd}.");
        if (stated != balance) throw Wrong(tag, RejectionRule.Balance, "The opening balance and the movements do not make it.");
    }

    private static StatementRejectedException Wrong(Mt940Tag tag, RejectionRule rule, string details) => new(tag.Line, tag.Name, rule, details);
}
