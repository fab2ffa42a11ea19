using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.OneStop.Wire.Requests;

/// <summary>
/// A call of a one-stop system, read: a closed set with one type per service. The types have no ToString of their own: sessions are secrets
/// and contents personal data.
/// </summary>
public abstract class InboundRequest
{
    private protected InboundRequest(InboundEnvelope envelope)
    {
        Session = envelope.Session;
        MaDonVi = envelope.MaDonVi;
        Service = envelope.Service;
    }

    /// <summary>The session of the login; null when the call carries none.</summary>
    public string? Session { get; }

    /// <summary>The calling agency's code, as it came; null when the call carries none.</summary>
    public string? MaDonVi { get; }

    /// <summary>The service's name on the wire.</summary>
    public string Service { get; }

    /// <summary>Reads a call whose generation is known beforehand; see <see cref="InboundEnvelope"/> for reading in two steps.</summary>
    /// <param name="body">The body, as it came.</param>
    /// <param name="generation">The contract that the calling system speaks.</param>
    /// <param name="limits">The bounds; <see cref="WireLimits.Default"/> when null.</param>
    public static WireResult<InboundRequest> Read(ReadOnlyMemory<byte> body, WireGeneration generation, WireLimits? limits = null)
    {
        var envelope = InboundEnvelope.Read(body, limits);
        return envelope.IsRead ? envelope.Value.Bind(generation) : new(envelope.Fault);
    }
}
