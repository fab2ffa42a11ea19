namespace DichVuCong.Abuse.Tests.Mutation;

/// <summary>Spoils a CSV file: cells, quotes, columns, rows, the header.</summary>
internal static class CsvMutation
{
    private static readonly string[] Breaks = ["\n", "\r\n", "\r", "\n\n", "\u2028"];

    /// <summary>The header and some of the rows, spoilt.</summary>
    public static string Spoil(Dice dice, string[] lines)
    {
        var rows = Enumerable.Range(0, dice.OnceIn(400) ? 100_000 : 1 + dice.Below(12)).Select(_ => lines[1 + dice.Below(lines.Length - 1)]).Prepend(lines[0]).ToList();
        for (var changes = dice.Below(5); changes > 0; changes--)
        {
            var at = dice.OnceIn(8) ? 0 : dice.Below(rows.Count);
            rows[at] = Change(dice, rows[at]);
        }

        if (dice.OnceIn(10)) rows.Insert(dice.Below(rows.Count), rows[dice.Below(rows.Count)]);
        return string.Join(dice.OnceIn(6) ? dice.Pick(Breaks) : "\n", rows);
    }

    private static string Change(Dice dice, string row)
    {
        var cells = row.Split(',').ToList();
        var cell = dice.Below(cells.Count);
        switch (dice.Below(8))
        {
            case 0: cells[cell] = Nasty.Text(dice); break;
            case 1: cells[cell] = $"\"{Nasty.Text(dice)}\""; break;
            case 2: cells.RemoveAt(cell); break;
            case 3: cells.Insert(cell, dice.Pick(Nasty.Texts)); break;
            case 4: cells[cell] = "\"" + cells[cell]; break;
            case 5: return string.Concat(Enumerable.Repeat(",", dice.OnceIn(20) ? 100_000 : 50));
            case 6: cells[cell] += "\"x\""; break;
            default: return new string('"', 1 + dice.Below(9)) + row;
        }

        return string.Join(',', cells);
    }
}
