using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Operations.Access;

/// <summary>What an endpoint asks of whoever comes. An endpoint without a rule answers nobody (<see cref="FrontDoor"/>).</summary>
/// <param name="Permission">The permission it needs; null for everybody, signed in or not.</param>
internal sealed record EndpointRule(Permission? Permission)
{
    /// <summary>For everybody: health, style sheets, the way to sign in.</summary>
    public static EndpointRule Open { get; } = new(Permission: null);
}

/// <summary>The endpoint is asked by pages on their own, as when they update themselves: it does not keep a session alive.</summary>
internal sealed class Unattended
{
    public static Unattended Mark { get; } = new();
}
