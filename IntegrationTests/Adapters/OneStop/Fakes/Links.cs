using System.Globalization;
using DichVuCong.Adapters.OneStop.Outbound;
using DichVuCong.Contracts;

namespace DichVuCong.OneStop.Tests.Fakes;

/// <summary>Links of a file gateway.</summary>
internal sealed class Links : IFileLinks
{
    public Uri LinkFor(DossierCode dossier, int revision, int fileNumber) =>
        new(string.Create(CultureInfo.InvariantCulture, $"https://tep.example.gov.vn/{dossier.Value}/{revision}/{fileNumber}?het-han=mau"));
}
