using System.Collections.Concurrent;
using DichVuCong.Adapters.OneStop.Wire;

namespace DichVuCong.Sandbox.Agencies.Dossiers;

/// <summary>What a system answers about a dossier when it is asked (<c>one-stop-and-portal-wire.md</c> 2.8): nothing personal.</summary>
/// <param name="MaTTHC">The procedure.</param>
/// <param name="TenTTHC">Its name.</param>
/// <param name="MaLinhVuc">The sector.</param>
/// <param name="TenLinhVuc">Its name.</param>
/// <param name="DonViXuLy">The unit's name.</param>
internal sealed record DossierFacts(string? MaTTHC, string? TenTTHC, string? MaLinhVuc, string? TenLinhVuc, string? DonViXuLy)
{
    private const int MostTexts = 100_000;

    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>The facts of a dossier that came; equal texts of different dossiers are kept once.</summary>
    public static DossierFacts Of(IDossier dossier) =>
        new(Once(dossier.MaTTHC), Once(dossier.TenTTHC), Once(dossier.MaLinhVuc), Once(dossier.TenLinhVuc), Once(dossier.DonViXuLy));

    private static string? Once(string? text) =>
        text is null ? null
        : Texts.TryGetValue(text, out var known) ? known
        : Texts.Count < MostTexts ? Texts.GetOrAdd(text, text)
        : text;
}
