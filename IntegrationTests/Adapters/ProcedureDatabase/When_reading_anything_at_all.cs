using DichVuCong.Adapters.ProcedureDatabase.Agencies;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Adapters.ProcedureDatabase.Procedures;
using DichVuCong.Contracts.Catalogue;
using FsCheck;
using FsCheck.Fluent;

namespace DichVuCong.ProcedureDatabase.Tests;

/// <summary>Damage of every kind to real lines: the readers must survive it, say so, and never invent a record.</summary>
internal sealed class When_reading_anything_at_all
{
    private static readonly string[] RealLines = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "catalogue", "procedures.jsonl")).Take(200)];
    private static readonly string[] RealUnits = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "catalogue", "units.csv")).Take(200)];

    private static readonly string[] WhyLeftOut = ["broken-json", "wrong-code", "field-missing", "duplicate-key"];

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Should_make_of_every_line_a_procedure_or_a_reason_for_leaving_it_out() =>
        Prop.ForAll(Damaged(RealLines).ToArbitrary(), text =>
        {
            var findings = new List<CatalogueFinding>();
            var procedures = new ProcedureReader(new FindingLog("x", findings), new PublisherTable([], [])).Read(new StringReader(text)).ToList();
            return LinesOf(text) == procedures.Count + findings.Count(finding => WhyLeftOut.Contains(finding.Code));
        });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Should_never_invent_a_unit() =>
        Prop.ForAll(Damaged(RealUnits).ToArbitrary(), text =>
        {
            var findings = new List<CatalogueFinding>();
            var units = UnitReader.Read(new StringReader(RealUnits[0] + "\n" + text), new FindingLog("x", findings));
            return units.Count <= LinesOf(text) && units.All(unit => text.Contains(unit.Agency.Code.Value, StringComparison.Ordinal));
        });

    private static int LinesOf(string text)
    {
        using var reader = new StringReader(text);
        var count = 0;
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line)) count++;
        }

        return count;
    }

    private static Gen<string> Damaged(string[] lines) =>
        from line in Gen.Elements(lines)
        from at in Gen.Choose(0, line.Length)
        from length in Gen.Choose(0, 20)
        from insert in Gen.Elements("", "\"", ",", "{", "\\", "\n", "\u00a0", "\ufffd", "null", "[[[", "1e999", "\\ud800", "\0")
        from more in ArbMap.Default.GeneratorFor<string>()
        select line[..at] + insert + (more ?? "") + line[Math.Min(line.Length, at + length)..];
}
