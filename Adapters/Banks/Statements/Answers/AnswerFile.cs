using DichVuCong.Adapters.Banks.Statements.Text;

namespace DichVuCong.Adapters.Banks.Statements.Answers;

/// <summary>
/// Writes our answer to a bank's file in the bank's own layout: its lines as they came, each with the code of its result, then ours that it lacks;
/// checksums and the count are made anew.
/// </summary>
public static class AnswerFile
{
    /// <summary>Writes it.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="received">The bank's file.</param>
    /// <param name="named">The answer's own name, creator and time.</param>
    /// <param name="answer">What is told.</param>
    /// <exception cref="NotSupportedException">The family has no place for a result: statements in camt.053 and MT940 are not answered.</exception>
    /// <exception cref="StatementRejectedException">The bank's file is no longer the one that was verified.</exception>
    public static void Write(Stream to, VerifiedStatement received, StatementFile named, StatementAnswer answer)
    {
        if (received.Family is not TextFamily family || (family.Layout.Answer ?? family.Layout) is not { Line.Result: { } result } layout)
        {
            throw new NotSupportedException($"A file of {received.Family.Name} is not answered.");
        }

        var fields = new LineFields(layout.Detail, layout.Line);
        var at = layout.Detail.IndexOf(result);
        var from = layout.Detail.Fields.Select(field => family.Layout.Detail.Has(field.Name) ? family.Layout.Detail.IndexOf(field.Name) : -1).ToArray();
        using var writer = new TextFileWriter(to, layout, named);
        foreach (var (line, values) in received.Records(family))
        {
            if (answer.OutcomeOf(line.LineNumber) is not { } outcome) continue;
            var told = from.Select((source, index) => source >= 0 ? values[source] : layout.Detail.Fields[index].Fill).ToArray();
            told[at] = answer.Codes.Of(outcome);
            writer.Add(told);
        }

        foreach (var line in answer.MissingAtBank)
        {
            var told = fields.Write(line);
            told[at] = answer.Codes.MissingAtBank;
            writer.Add(told);
        }

        writer.End();
    }
}
