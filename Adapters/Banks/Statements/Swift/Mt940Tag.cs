using DichVuCong.Adapters.Banks.Statements.Text;

namespace DichVuCong.Adapters.Banks.Statements.Swift;

/// <summary>One tag with its value; of a <c>:86:</c> with the lines that continue it. The supplementary line of a <c>:61:</c> is no part of its references, and left out.</summary>
/// <param name="Name">The tag with its colons; <c>-</c> for the end of the message.</param>
/// <param name="Value">Its value.</param>
/// <param name="Line">The line in which it begins.</param>
internal sealed record Mt940Tag(string Name, string Value, long Line)
{
    private const int MaximumLineBytes = 512;
    private const string End = "-";
    private const string Movement = ":61:";
    private const string Information = ":86:";

    /// <summary>The tags of a file, in order. The message must end with a line of a hyphen: without it the file is cut.</summary>
    public static IEnumerable<Mt940Tag> Read(Stream content, string lineEnd)
    {
        var source = new LineSource(content, lineEnd, MaximumLineBytes);
        Mt940Tag? open = null;
        var (lines, ended) = (0, false);
        while (source.Next() is { } line)
        {
            if (ended) throw new StatementRejectedException(source.Number, "", RejectionRule.RecordType, "There is a line behind the end of the message.");
            var second = line.StartsWith(':') ? line.IndexOf(':', 1) : -1;
            ended = line == End;
            if (second > 0 || ended)
            {
                if (open is not null) yield return open;
                open = ended ? null : new Mt940Tag(line[..(second + 1)], line[(second + 1)..], source.Number);
                lines = 1;
            }
            else
            {
                if (open is null || ++lines > MaximumLines(open.Name)) throw new StatementRejectedException(source.Number, "", RejectionRule.RecordType, "A line begins with a tag.");
                if (open.Name == Information) open = open with { Value = open.Value + line };
            }
        }

        if (!ended) throw new StatementRejectedException(source.Number + 1, "", RejectionRule.RecordType, "The end of the message is missing: the file is cut.");
    }

    private static int MaximumLines(string tag) => tag switch
    {
        Movement => 2,
        Information => 6,
        _ => 1,
    };
}
