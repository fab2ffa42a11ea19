using System.Text;

namespace DichVuCong.Golden.Tests.Support;

/// <summary>The difference of two texts, line by line: removed, added, and three lines around.</summary>
internal static class LineDiff
{
    private const int Around = 3;

    public static string Of(string before, string after)
    {
        var (left, right) = (before.Split('\n'), after.Split('\n'));
        var lines = Merge(left, right, CommonLengths(left, right));
        var shown = new StringBuilder();
        var skipped = false;
        for (var index = 0; index < lines.Count; index++)
        {
            var isNear = lines.Skip(Math.Max(0, index - Around)).Take((Around * 2) + 1).Any(line => line.Mark != ' ');
            if (isNear) shown.Append(lines[index].Mark).Append(' ').Append(lines[index].Text).Append('\n');
            else if (!skipped) shown.Append("  ...\n");
            skipped = !isNear;
        }

        return shown.ToString();
    }

    private static List<(char Mark, string Text)> Merge(string[] left, string[] right, int[,] common)
    {
        var lines = new List<(char, string)>();
        var (l, r) = (0, 0);
        while (l < left.Length || r < right.Length)
        {
            if (l < left.Length && r < right.Length && left[l] == right[r])
            {
                lines.Add((' ', left[l]));
                (l, r) = (l + 1, r + 1);
            }
            else if (l < left.Length && (r == right.Length || common[l + 1, r] >= common[l, r + 1])) lines.Add(('-', left[l++]));
            else lines.Add(('+', right[r++]));
        }

        return lines;
    }

    /// <summary>The length of the longest common run of lines from each pair of places on.</summary>
    private static int[,] CommonLengths(string[] left, string[] right)
    {
        var common = new int[left.Length + 1, right.Length + 1];
        for (var l = left.Length - 1; l >= 0; l--)
        {
            for (var r = right.Length - 1; r >= 0; r--)
            {
                common[l, r] = left[l] == right[r] ? common[l + 1, r + 1] + 1 : Math.Max(common[l + 1, r], common[l, r + 1]);
            }
        }

        return common;
    }
}
