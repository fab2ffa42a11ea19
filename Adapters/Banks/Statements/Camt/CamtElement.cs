using System.Globalization;
using System.Xml.Linq;

namespace DichVuCong.Adapters.Banks.Statements.Camt;

/// <summary>The parts of one element that was read whole: an entry or a balance, never the document. Names are compared without their namespace's version.</summary>
internal sealed class CamtElement(XElement element)
{
    public string Name => element.Name.LocalName;

    public long Line => element.AncestorsAndSelf().Select(each => each.Annotation<CamtLine>()).FirstOrDefault(line => line is not null)?.Number ?? 0;

    public string? Text(params ReadOnlySpan<string> path) => Find(path)?.Value.Trim();

    public IEnumerable<CamtElement> All(string parent, string child) =>
        element.Elements().Where(each => each.Name.LocalName == parent).Elements().Where(each => each.Name.LocalName == child).Select(each => new CamtElement(each));

    /// <summary>Whole đồng; a fraction may only be zeros.</summary>
    public long Amount(params ReadOnlySpan<string> path)
    {
        if (Find(path) is not { } found) throw Wrong(path[^1], RejectionRule.Value, "It is missing.");
        if (found.Attribute("Ccy")?.Value != "VND") throw Wrong(path[^1], RejectionRule.Currency, "Only VND is taken.");
        var parts = found.Value.Trim().Split('.', 2);
        var isWhole = parts.Length == 1 || parts[1].All(digit => digit == '0');
        return isWhole && parts[0].Length <= 15 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : throw Wrong(path[^1], RejectionRule.Value, "It is a whole number of đồng.");
    }

    public StatementDirection Direction() => Text("CdtDbtInd") switch
    {
        "CRDT" => StatementDirection.Credit,
        "DBIT" => StatementDirection.Debit,
        _ => throw Wrong("CdtDbtInd", RejectionRule.Value, "It is CRDT or DBIT."),
    };

    public DateTime? Moment(string field)
    {
        var text = Text(field, "DtTm") ?? Text(field, "Dt");
        if (text is null) return null;
        return DateTime.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss+07:00"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : throw Wrong(field, RejectionRule.Value, "It is a day, or a time of +07:00.");
    }

    public bool HasTime(string field) => Text(field, "DtTm") is not null;

    public StatementRejectedException Wrong(string field, RejectionRule rule, string details) => new(Line, field, rule, details);

    private XElement? Find(ReadOnlySpan<string> path)
    {
        var found = element;
        foreach (var name in path)
        {
            found = found.Elements().FirstOrDefault(each => each.Name.LocalName == name);
            if (found is null) return null;
        }

        return found;
    }
}
