using DichVuCong.Abuse.Tests.Endpoints;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;
using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Abuse.Tests.Readers;

/// <summary>The one-stop wire's parsers, through to what the domain gets.</summary>
internal static class WireTargets
{
    private static readonly Doc[] Envelopes =
        [.. WireSamples.Calls.Select(row => Doc.Parse($"{{\"session\":\"s\",\"madonvi\":\"H29\",\"service\":\"{row.Service}\",{row.Members}}}"))];

    private static readonly Doc[] Bare = [.. WireSamples.Dossiers.Append(WireSamples.Progress).Append(WireSamples.Status).Select(Doc.Parse)];

    public static IEnumerable<IFuzzTarget> All =>
    [
        new ReaderTarget("wire-g1", dice => Make(dice, Envelopes), bytes => Read(bytes, WireGeneration.G1), "InboundRequest.Read", "InboundEnvelope.Read", "NodeReader.Read"),
        new ReaderTarget("wire-g2", dice => Make(dice, Envelopes), bytes => Read(bytes, WireGeneration.G2)),
        new ReaderTarget("wire-bare", dice => Make(dice, Bare), ReadBare, "InboundEnvelope.ReadBare"),
        new ReaderTarget("wire-login", dice => Make(dice, [Doc.Parse("""{"username":"H29","password":"x"}""")]), bytes => Fault(LoginRequest.Read(bytes)), "LoginRequest.Read", "WireObject.Read"),
        new ReaderTarget(
            "wire-push", dice => Make(dice, Envelopes), bytes => Fault(DossierPush.Read(bytes, WireGeneration.G2)) ?? Fault(AgencyLookup.Read(bytes)), "DossierPush.Read", "AgencyLookup.Read"),
    ];

    private static byte[] Make(Dice dice, Doc[] samples) => ByteMutation.OfText(
        dice, JsonMutation.Spoil(dice, dice.Pick(samples)).Replace("$CODE", "H29-261118-", StringComparison.Ordinal).Replace("{{dossier:", "H29-261118-000000", StringComparison.Ordinal).Replace("}}\"", "\"", StringComparison.Ordinal));

    private static string? Read(byte[] bytes, WireGeneration generation)
    {
        var read = InboundRequest.Read(bytes, generation);
        return Fault(read) ?? (read.IsRead ? Map(read.Value) : null);
    }

    private static string? ReadBare(byte[] bytes)
    {
        foreach (var service in new[] { OneStopServices.SyncDossiers, OneStopServices.RecordProgress, OneStopServices.SyncStatus })
        {
            var read = InboundEnvelope.ReadBare(bytes, new BareCall(service, "H29", "False"));
            if (Fault(read) is { } broken) return broken;
            if (!read.IsRead) continue;
            var bound = read.Value.Bind(WireGeneration.G2);
            if ((Fault(bound) ?? (bound.IsRead ? Map(bound.Value) : null)) is { } wrong) return wrong;
        }

        return null;
    }

    /// <summary>What was read is also mapped, written again and kept, as the gateway does.</summary>
    private static string? Map(InboundRequest request)
    {
        switch (request)
        {
            case SyncDossiers push:
                foreach (var item in push.Items.Where(item => item.Value is not null))
                {
                    var mapped = InboundDossier.Map(item.Value!, item.Path);
                    if (Fault(mapped) is { } broken) return broken;
                    if (!mapped.IsRead) continue;
                    mapped.Value.ToJson();
                    InboundContent.Of(mapped.Value, new Agency { Code = AgencyCode.Parse("H29"), Name = "x", Kind = AgencyKind.ProvinceCommittee, Source = "fuzz" });
                }

                return null;
            case RecordProgress push:
                return push.Items.Select(item => item.Value is null ? null : Fault(InboundProgress.Map(item.Value, item.Path))).FirstOrDefault(broken => broken is not null);
            case SyncStatus push:
                return push.Items.Select(item => item.Value is null ? null : Fault(InboundStatus.Map(item.Value, item.Path))).FirstOrDefault(broken => broken is not null);
            default:
                return null;
        }
    }

    private static string? Fault<T>(WireResult<T> read)
        where T : class
    {
        if (read.IsRead) return null;
        if (read.Fault.Code.Length == 0 || read.Fault.Message.Length == 0) return "a fault without code or message";
        return read.Fault.Message.Contains(Nasty.Canary, StringComparison.OrdinalIgnoreCase) || read.Fault.Field.Contains(Nasty.Canary, StringComparison.OrdinalIgnoreCase)
            ? $"a fault that repeats what was sent ({read.Fault.Code})"
            : null;
    }
}
