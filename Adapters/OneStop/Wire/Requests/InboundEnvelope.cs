using DichVuCong.Adapters.OneStop.Wire.Json;
using DichVuCong.Adapters.OneStop.Wire.Shapes;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.OneStop.Wire.Requests;

/// <summary>
/// A call whose surroundings are read and whose contents are not yet: who calls is in the body, and only the caller's settings say which
/// generation its contents are. <see cref="Read"/>, find the session's system, <see cref="Bind"/>; the body is parsed once.
/// </summary>
public sealed class InboundEnvelope
{
    private InboundEnvelope(RequestEnvelope fields, WireLimits limits, ValueBudget budget)
    {
        Fields = fields;
        Limits = limits;
        Budget = budget;
        Service = ServiceTable.NameOf(fields.Service ?? "");
    }

    /// <summary>The session of the login; null when the call carries none.</summary>
    public string? Session => Fields.Session;

    /// <summary>The calling agency's code, as it came; null when the call carries none.</summary>
    public string? MaDonVi => Fields.MaDonVi;

    /// <summary>The service's name, in the contract's spelling when it is one of its services.</summary>
    public string Service { get; }

    /// <summary>isUpdating; null when the call does not say.</summary>
    public bool? IsUpdating => Fields.IsUpdating is null ? null : Fields.IsUpdating == bool.TrueString;

    internal RequestEnvelope Fields { get; }

    internal WireLimits Limits { get; }

    internal ValueBudget Budget { get; }

    /// <summary>Reads the surroundings of a call to the sharing or the integration endpoint.</summary>
    public static WireResult<InboundEnvelope> Read(ReadOnlyMemory<byte> body, WireLimits? limits = null) =>
        Load(body, limits ?? WireLimits.Default, around: null);

    /// <summary>
    /// Reads a call behind a province's proxy (1.4): the body is the bare contents, and the address says the rest. A body that has its
    /// envelope nevertheless is taken too; the address wins.
    /// </summary>
    public static WireResult<InboundEnvelope> ReadBare(ReadOnlyMemory<byte> body, BareCall call, WireLimits? limits = null) =>
        Load(body, limits ?? WireLimits.Default, call);

    /// <summary>Reads a call that has no body: <c>GET …/LayThuTuc?maTTHC=</c> (1.4).</summary>
    public static WireResult<InboundEnvelope> FromQuery(string service, IEnumerable<KeyValuePair<string, string?>> query, WireLimits? limits = null)
    {
        var root = new WireNode(NodeKind.Object, name: null, text: null);
        root.Add(new WireNode(NodeKind.Text, "service", service));
        foreach (var (name, value) in query) root.Add(new WireNode(NodeKind.Text, BareCall.EnvelopeNameOf(name), value ?? ""));
        return Of(root, limits ?? WireLimits.Default, new ValueBudget(0));
    }

    /// <summary>Reads the contents as the service's, in the caller's generation.</summary>
    public WireResult<InboundRequest> Bind(WireGeneration generation) => ServiceTable.Bind(this, generation);

    private static WireResult<InboundEnvelope> Load(ReadOnlyMemory<byte> body, WireLimits limits, BareCall? around)
    {
        var budget = new ValueBudget(limits.MaxValues);
        var root = NodeReader.Read(body.Span, limits, budget);
        if (!root.IsRead) return new(root.Fault);
        return Of(around is null ? root.Value : around.Surround(root.Value), limits, budget);
    }

    private static WireResult<InboundEnvelope> Of(WireNode root, WireLimits limits, ValueBudget budget)
    {
        var context = new ReadContext(limits, budget);
        context.Enter(WireShape<RequestEnvelope>.Instance.Name);
        var fields = WireShape<RequestEnvelope>.Instance.Read(root, context);
        if (context.Faults.Count == 0 && fields?.Service is null) context.Break<RequestEnvelope>("service", WireRule.Missing);
        return context.Faults.Count > 0 ? new(context.Faults[0]) : new(new InboundEnvelope(fields!, limits, budget));
    }
}
