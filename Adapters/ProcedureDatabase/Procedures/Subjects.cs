using DichVuCong.Adapters.ProcedureDatabase.Findings;

namespace DichVuCong.Adapters.ProcedureDatabase.Procedures;

/// <summary>Puts subjects together that contain commas and were cut at them. A table of the known ones; no other is touched.</summary>
internal static class Subjects
{
    private static readonly string[][] CutSubjects = [["Cán bộ", "công chức", "viên chức"]];

    /// <summary>The subjects as they were meant.</summary>
    public static IReadOnlyList<string> Join(IReadOnlyList<string> subjects, LineLog line)
    {
        var result = subjects;
        foreach (var parts in CutSubjects)
        {
            if (StartOf(result, parts) is not { } start) continue;
            var whole = string.Join(", ", parts);
            result = [.. result.Take(start), whole, .. result.Skip(start + parts.Length)];
            line.Add(ProcedureFindings.SubjectJoined, $"The subject '{whole}' had been cut at its commas.");
        }

        return result;
    }

    private static int? StartOf(IReadOnlyList<string> subjects, string[] parts)
    {
        for (var start = 0; start + parts.Length <= subjects.Count; start++)
        {
            if (parts.Select((part, i) => subjects[start + i] == part).All(same => same)) return start;
        }

        return null;
    }
}
