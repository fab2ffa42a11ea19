using DichVuCong.Adapters.Banks.Statements;
using FsCheck;
using FsCheck.Fluent;

namespace DichVuCong.Banks.Tests.Statements;

internal sealed class When_any_byte_is_changed
{
    private static readonly Dictionary<string, byte[]> Files = Sample.Families.ToDictionary(family => family, family => Sample.Bytes(family, 5), StringComparer.Ordinal);

    [FsCheck.NUnit.Property(MaxTest = 3000)]
    public Property Should_never_take_other_lines_from_a_file_with_checksums() => Prop.ForAll(Changes(Sample.WithChecksums), change =>
    {
        var (family, bytes) = change;
        if (Try(family, bytes) is { } lines) lines.ShouldBe(Sample.Read(family, Files[family]));
    });

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public Property Should_take_any_file_or_refuse_it_with_a_reason() => Prop.ForAll(Changes(Sample.Families), change =>
    {
        if (Try(change.Family, change.Bytes) is { } lines) lines.ShouldAllBe(line => line.BankDate == Sample.Day && line.PartnerReference.Length > 0);
    });

    private static StatementLine[]? Try(string family, byte[] bytes)
    {
        try
        {
            return Sample.Read(family, bytes);
        }
        catch (StatementRejectedException)
        {
            return null;
        }
    }

    private static Arbitrary<(string Family, byte[] Bytes)> Changes(string[] families) =>
        (from family in Gen.Elements(families)
         from at in Gen.Choose(0, Files[family].Length - 1)
         from value in Gen.OneOf(Gen.Choose(0, 255), Gen.Elements((int)'0', '9', '|', ',', '\n', '\r', '[', 'A', ' '))
         select (family, Changed(Files[family], at, (byte)value))).ToArbitrary();

    private static byte[] Changed(byte[] file, int at, byte value)
    {
        var changed = (byte[])file.Clone();
        changed[at] = value;
        return changed;
    }
}
