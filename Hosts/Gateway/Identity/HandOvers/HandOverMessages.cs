using System.Text.Json.Serialization;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Identity;
using DichVuCong.Gateway.Destinations;
using DichVuCong.Gateway.Problems;

namespace DichVuCong.Gateway.Identity.HandOvers;

/// <summary>Somebody who has signed in is to go on at a one-stop system.</summary>
internal sealed record HandOverRequest
{
    /// <summary>The sign-in.</summary>
    public string? Verification { get; init; }

    /// <summary>As whom: citizen, officer. By default citizen from the portal, officer from the coordination system.</summary>
    public string? As { get; init; }

    /// <summary>For which procedure.</summary>
    public string? Procedure { get; init; }

    /// <summary>The competent agency, or</summary>
    public string? Agency { get; init; }

    /// <summary>the place: province, or province and commune.</summary>
    public string? Place { get; init; }

    public string? Level { get; init; }

    public string? Channel { get; init; }

    /// <summary>The same question as <c>GET /v1/destinations</c>.</summary>
    [JsonIgnore]
    public DestinationQuery Query => new() { Procedure = Procedure, Agency = Agency, Place = Place, Level = Level, Channel = Channel };

    public override string ToString() => $"{nameof(HandOverRequest)} for {Procedure}";
}

/// <summary>Where to send the browser.</summary>
internal sealed record HandOverAnswer(string Url, string Ticket, DateTimeOffset ExpiresAt, SystemView System, AgencyView Agency);

/// <summary>A ticket that a system presents.</summary>
internal sealed record RedeemRequest
{
    public string? Ticket { get; init; }

    /// <summary>The system's own id of the call: the same again when it repeats it.</summary>
    public string? RedemptionId { get; init; }

    public override string ToString() => nameof(RedeemRequest);
}

/// <summary>Who comes.</summary>
internal sealed record RedeemAnswer
{
    public required string Kind { get; init; }

    public required string Procedure { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public VerifiedIdentity? Identity { get; init; }

    public OfficerView? Officer { get; init; }

    public override string ToString() => nameof(RedeemAnswer);
}

/// <summary>An officer as the system needs to know him.</summary>
internal sealed record OfficerView(
    string Account, string FullName, string PersonalId, string Position, string Phone, string Email, IReadOnlyList<PostView> Posts)
{
    public override string ToString() => Account;
}

/// <summary>A post on the system.</summary>
internal sealed record PostView(string Agency, GroupSet Groups);

/// <summary>The public keys of tickets.</summary>
internal sealed record TicketKeySet(IReadOnlyList<TicketKeyView> Keys);

/// <summary>How hand-overs are read and answered.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandOverRequest))]
[JsonSerializable(typeof(HandOverAnswer))]
[JsonSerializable(typeof(RedeemRequest))]
[JsonSerializable(typeof(RedeemAnswer))]
[JsonSerializable(typeof(TicketKeySet))]
internal sealed partial class HandOverJson : JsonSerializerContext
{
    private static HandOverJson? _readable;

    /// <summary>The same, with readable letters.</summary>
    public static HandOverJson Readable => _readable ??= new(ReadableJson.Of(Default));
}
