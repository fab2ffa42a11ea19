using System.Globalization;

namespace DichVuCong.Notices.Tests.Sms;

/// <summary>The letters of Vietnamese as the tests know them: from Unicode's own data, not from the product's table.</summary>
internal static class Alphabet
{
    public static IReadOnlyList<(string Letter, string Plain, IReadOnlyList<string> Spellings)> Letters { get; } = Read();

    private static List<(string Letter, string Plain, IReadOnlyList<string> Spellings)> Read()
    {
        using var reader = new StreamReader(typeof(Alphabet).Assembly.GetManifestResourceStream("vietnamese-letters.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(' '))
            .Select(parts => (parts[0], parts[1], (IReadOnlyList<string>)[.. parts[2..].Select(Spelling)]))];
    }

    private static string Spelling(string codePoints) =>
        string.Concat(codePoints.Split('+').Select(point => (char)ushort.Parse(point, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
}
