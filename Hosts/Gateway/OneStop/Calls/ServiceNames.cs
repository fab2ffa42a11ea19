using DichVuCong.Adapters.OneStop.Wire.Requests;

namespace DichVuCong.Gateway.OneStop.Calls;

/// <summary>A service's name comes from outside, and may be anything.</summary>
internal static class ServiceNames
{
    private const string NoName = "?";

    /// <summary>The name as it is kept with a body: what is no name is not kept as one.</summary>
    public static string Kept(string service) =>
        service.Length <= 60 && service.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.') ? service : NoName;

    /// <summary>The name as it is logged: only one of ours, since another may be a person's name, a number, or a line that looks like the log's own.</summary>
    public static string Logged(string service) => service.Length == 0 || OneStopServices.IsKnown(service) ? service : NoName;
}
