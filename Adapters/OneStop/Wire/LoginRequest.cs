using DichVuCong.Adapters.OneStop.Wire.Shapes;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Wire;

/// <summary>The body of the login (1.2). The password is a secret: the type has no ToString of its own and is never logged.</summary>
[WireObject(WireObjects.Login)]
public sealed class LoginRequest
{
    /// <summary>The account's name; the agency's code in one known client.</summary>
    [JsonProperty("username")]
    public string? Username { get; init; }

    /// <summary>The password.</summary>
    [JsonProperty("password")]
    public string? Password { get; init; }

    /// <summary>Reads the body of a login.</summary>
    public static WireResult<LoginRequest> Read(ReadOnlyMemory<byte> body, WireLimits? limits = null) =>
        WireObject.Read<LoginRequest>(body, limits ?? WireLimits.Default);
}
