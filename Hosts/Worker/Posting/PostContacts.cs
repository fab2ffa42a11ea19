using System.Collections.Frozen;
using DichVuCong.Adapters.VNPost;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Hosting;

namespace DichVuCong.Worker.Posting;

/// <summary>Whom the post goes to, from the dossier's content, at the moment of the call.</summary>
internal sealed class PostContacts(DossierContents contents, PlaceNames places) : IPostContacts
{
    public async ValueTask<PostContact?> FindAsync(DossierCode dossier, CancellationToken cancellationToken)
    {
        if (await contents.FindAsync(dossier, revision: 0, cancellationToken) is not { } content) return null;
        return new PostContact
        {
            Postal = content.Post,
            Name = content.Applicant.FullName,
            Phone = content.Applicant.Phone,
            Email = content.Applicant.Email,
            PlaceName = content.Post is { } post ? places.Of(post.Place) : "",
            ProcedureCode = content.Procedure.Value,
            ProcedureName = content.ProcedureName,
            SectorName = content.SectorName,
            Papers = [.. content.Files.Select(file => file.ComponentCode).Where(code => code.Length > 0).Distinct(StringComparer.Ordinal)],
        };
    }
}

/// <summary>The names of places as they stand in an address, by the catalogue in use.</summary>
internal sealed class PlaceNames : ICatalogueUser
{
    private volatile FrozenDictionary<string, string> _names = FrozenDictionary<string, string>.Empty;

    /// <summary>"Phường Ba Đình, Thành phố Hà Nội"; empty when nobody knows the place.</summary>
    public string Of(Place place)
    {
        var names = _names;
        return string.Join(", ", new[] { place.Commune, place.Province }.Select(code => code is null ? null : names.GetValueOrDefault(code)).Where(name => name is not null));
    }

    public Task UseAsync(CatalogueData data, CancellationToken cancellationToken)
    {
        // Provinces have two digits and communes five: the codes do not meet.
        _names = data.Provinces.Select(province => (province.Code, province.Name)).Concat(data.Communes.Select(commune => (commune.Code, commune.Name)))
            .DistinctBy(pair => pair.Code).ToFrozenDictionary(pair => pair.Code, pair => pair.Name, StringComparer.Ordinal);
        return Task.CompletedTask;
    }
}
