using System.Text.RegularExpressions;

namespace DichVuCong.Telemetry.Tests.Support;

/// <summary>What an expression of Prometheus speaks of: series, and the labels that it asks of them or groups by.</summary>
internal sealed partial record PromQl(IReadOnlySet<string> Series, IReadOnlySet<string> Labels)
{
    private static readonly string[] Words = ["sum", "by", "max", "min", "rate", "increase", "histogram_quantile", "topk", "vector", "absent", "or", "and", "on"];

    public static PromQl Read(string expression)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        // Groupings and selectors are taken out with their labels; what is left over are functions, numbers and series.
        var rest = Grouping().Replace(expression, grouping => Take(grouping.Groups["labels"].Value.Split(','), labels));
        rest = Selector().Replace(rest, selector => Take(Matcher().Matches(selector.Value).Select(matcher => matcher.Groups["label"].Value), labels));
        var series = Name().Matches(Range().Replace(rest, " ")).Select(name => name.Value).Where(name => !Words.Contains(name, StringComparer.Ordinal));
        return new PromQl(series.ToHashSet(StringComparer.Ordinal), labels);
    }

    private static string Take(IEnumerable<string> found, HashSet<string> labels)
    {
        labels.UnionWith(found.Select(label => label.Trim()));
        return " ";
    }

    [GeneratedRegex(@"\bby\s*\((?<labels>[^)]*)\)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Grouping();

    [GeneratedRegex("""\{([^}"]|"[^"]*")*\}""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Selector();

    [GeneratedRegex("(?<label>\\w+)\\s*(=~|!~|!=|=)\\s*\"[^\"]*\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Matcher();

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![\w.])[a-zA-Z_]\w*", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Name();
}
