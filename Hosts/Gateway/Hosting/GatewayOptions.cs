using DichVuCong.Registries.Settings;

namespace DichVuCong.Gateway.Hosting;

/// <summary>What the host may take for itself: section <c>Gateway</c> of the configuration (<c>Gateway__BodyMegabytes</c> in the environment).</summary>
internal sealed record GatewayOptions
{
    /// <summary>Megabytes of bodies that are in memory at once, from the first byte to the answer; who comes on top of it is told to come again.</summary>
    public int BodyMegabytes { get; init; } = 256;

    /// <summary>Megabytes of calls that wait to be made durable; who comes on top of it is told to come again.</summary>
    public int DoorMegabytes { get; init; } = 128;

    /// <summary>Connections at once; fewer where the process may not open so many files.</summary>
    public int Connections { get; init; } = 20_000;

    /// <summary>
    /// Seconds a starting host waits for catalogue and accounts before it listens: who knocks meanwhile is refused by the kernel, which costs
    /// nothing, instead of by an answer that slows the start down. After it the host listens and says 503 with what it waits for.
    /// </summary>
    public int StartSeconds { get; init; } = 30;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">One of them cannot be; the message names it and the rule.</exception>
    public static GatewayOptions Read(IConfiguration configuration)
    {
        GatewayOptions options;
        try
        {
            options = configuration.GetSection("Gateway").Get<GatewayOptions>() ?? new GatewayOptions();
        }
        catch (InvalidOperationException problem)
        {
            throw new SettingsException($"Gateway: {problem.Message}");
        }

        // The longest body alone must fit into the half that long ones may take, and into the door.
        if (options.BodyMegabytes < 32) throw new SettingsException("Gateway:BodyMegabytes is at least 32.");
        if (options.DoorMegabytes < 64) throw new SettingsException("Gateway:DoorMegabytes is at least 64.");
        if (options.StartSeconds is < 0 or > 600) throw new SettingsException("Gateway:StartSeconds is 0 to 600.");
        return options.Connections < 1 ? throw new SettingsException("Gateway:Connections is at least 1.") : options;
    }
}
