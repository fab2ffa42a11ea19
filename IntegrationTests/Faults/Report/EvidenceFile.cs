using DichVuCong.Faults.Check;

namespace DichVuCong.Faults.Report;

/// <summary>Keeps and prints what speaks for each broken promise: the calls, the feed, the partners' records, and what was being broken at the time.</summary>
internal sealed class EvidenceFile(string folder, Evidence evidence, FaultLog log)
{
    private const int MostPrinted = 20;

    /// <summary>Writes everything into a file, and the first of it on the console.</summary>
    public void Write(IReadOnlyList<Finding> findings, TextWriter console)
    {
        var path = Path.Combine(folder, "evidence.txt");
        using (var file = new StreamWriter(path))
        {
            foreach (var (at, text) in log.Lines) file.WriteLine($"{at:HH:mm:ss.fff} {text}");
            foreach (var finding in findings) Write(finding, file);
        }

        foreach (var finding in findings.Take(MostPrinted)) Write(finding, console);
        if (findings.Count > MostPrinted) console.WriteLine($"... and {findings.Count - MostPrinted} more");
        console.WriteLine($"All of it: {path}");
    }

    private static bool Write(PaymentTrace trace, string key, TextWriter to)
    {
        var lines = trace.Of(key);
        foreach (var line in lines) to.WriteLine($"  {line}");
        return lines.Count > 0;
    }

    private void Write(Finding finding, TextWriter to)
    {
        to.WriteLine();
        to.WriteLine($"{finding.Promise} {finding.Key}: {finding.What}");
        foreach (var call in evidence.Calls.Where(call => call.Code == finding.Key || call.SubmissionId == finding.Key))
        {
            to.WriteLine($"  {call.Purpose} {call.SubmissionId} by {string.Join('+', call.Channels)}: {call.Status} {call.Code}");
            foreach (var attempt in call.Attempts) to.WriteLine($"    {attempt.At:HH:mm:ss.fff} +{attempt.Took.TotalMilliseconds:0} ms {attempt.Outcome}");
        }

        foreach (var one in evidence.Followed.Where(one => one.Dossier == finding.Key)) to.WriteLine($"  {one.ArrivedAt:HH:mm:ss.fff} {one.Type} {one.Data}");
        foreach (var row in evidence.Systems.Where(row => row.Code == finding.Key)) to.WriteLine($"  {row}");
        foreach (var row in evidence.Notices.Where(row => row.Dossier == finding.Key)) to.WriteLine($"  {row}");
        foreach (var row in evidence.Doubts.Where(row => row.Key == finding.Key)) to.WriteLine($"  {row}");
        if (Write(new PaymentTrace(evidence.Payments), finding.Key, to)) return;
        to.WriteLine($"  shown: {evidence.Shown.GetValueOrDefault(finding.Key)}{(evidence.Parked.Contains(finding.Key) ? ", parked" : "")}");
    }
}
