using System.Collections.Concurrent;
using DichVuCong.Sandbox.Banks.Wire;

namespace DichVuCong.Sandbox.Banks.Form;

/// <summary>The answer files that the banks had from the portal: the last one of a bank and day.</summary>
internal sealed class AnswerFiles
{
    private readonly ConcurrentDictionary<(string Bank, string Day), (byte[] Content, int Times)> _files = new();

    /// <summary>Keeps one.</summary>
    public void Keep(string bank, string day, byte[] content) => _files.AddOrUpdate((bank, day), (content, 1), (_, known) => (content, known.Times + 1));

    /// <summary>What a bank has.</summary>
    public IEnumerable<object> Of(string bank) => _files.Where(each => each.Key.Bank == bank).OrderBy(each => each.Key.Day, StringComparer.Ordinal)
        .Select(each => new { day = each.Key.Day, bytes = each.Value.Content.Length, sha256 = Digests.Sha256(each.Value.Content), times = each.Value.Times });
}
