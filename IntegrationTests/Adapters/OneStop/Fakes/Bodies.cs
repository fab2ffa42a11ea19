using System.Text;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.OneStop.Tests.Fakes;

/// <summary>Small bodies, and reading them in one line.</summary>
internal static class Bodies
{
    /// <summary>The least that a dossier needs.</summary>
    public const string LeastDossier =
        """{"MaHoSo":"H29-261121-00001","MaTTHC":"1.001193","NgayTiepNhan":"20261121083000","TrangThaiHoSo":"2"}""";

    public static string Sync(string data, string isUpdating = "\"False\"") =>
        $$"""{"session":"s","madonvi":"H29","service":"DongBoHoSoMC","isUpdating":{{isUpdating}},"data":{{data}}}""";

    /// <summary>A sync of the least dossier with more members, which stand in the place of its own.</summary>
    public static string SyncWith(string members) => Sync($"[{{{members},{Without(members)}}}]");

    public static WireResult<InboundRequest> Read(string body, WireGeneration generation = WireGeneration.G2, WireLimits? limits = null) =>
        InboundRequest.Read(Encoding.UTF8.GetBytes(body), generation, limits);

    public static T Read<T>(string body, WireGeneration generation = WireGeneration.G2)
        where T : InboundRequest
    {
        var result = Read(body, generation);
        result.Fault.ShouldBeNull();
        return result.Value.ShouldBeOfType<T>();
    }

    public static InboundItem<IDossier> ReadItem(string body, WireGeneration generation = WireGeneration.G2) =>
        Read<SyncDossiers>(body, generation).Items.ShouldHaveSingleItem();

    public static IDossier ReadDossier(string body, WireGeneration generation = WireGeneration.G2)
    {
        var item = ReadItem(body, generation);
        item.Faults.ShouldBeEmpty();
        return item.Value.ShouldNotBeNull();
    }

    private static string Without(string members) =>
        string.Join(',', LeastDossier[1..^1].Split(',').Where(own => !members.Contains(own[..(own.IndexOf(':', StringComparison.Ordinal) + 1)], StringComparison.OrdinalIgnoreCase)));
}
