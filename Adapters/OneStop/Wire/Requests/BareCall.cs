using DichVuCong.Adapters.OneStop.Wire.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Requests;

/// <summary>What the address of a proxy's call says in place of an envelope (1.4).</summary>
/// <param name="Service">The operation that the path stands for.</param>
/// <param name="MaDonVi">MaDinhDanhDV of the query, or what the path or the account says.</param>
/// <param name="IsUpdating">isUpdating of the query, or what the path stands for; null when neither says.</param>
public sealed record BareCall(string Service, string? MaDonVi = null, string? IsUpdating = null)
{
    /// <summary>The envelope's name of a parameter of the address.</summary>
    internal static string EnvelopeNameOf(string parameter) =>
        string.Equals(parameter, "MaDinhDanhDV", StringComparison.OrdinalIgnoreCase) ? "madonvi" : parameter;

    /// <summary>Puts the body into the envelope that the address is.</summary>
    internal WireNode Surround(WireNode body)
    {
        var inner = body.Find("data");
        var root = new WireNode(NodeKind.Object, name: null, text: null);
        Add(root, "service", Service);
        Add(root, "madonvi", MaDonVi ?? (inner is null ? null : body.Find("madonvi")?.Text));
        Add(root, "isUpdating", IsUpdating ?? (inner is null ? null : body.Find("isUpdating")?.Text));
        root.Add((inner ?? body).Named("data"));
        return root;
    }

    private static void Add(WireNode root, string name, string? value)
    {
        if (value is not null) root.Add(new WireNode(NodeKind.Text, name, value));
    }
}
