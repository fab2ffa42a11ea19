using System.Globalization;
using System.Net;

namespace DichVuCong.Sandbox.Hosting;

/// <summary>What the sandbox is told by its environment: the variables that the other hosts read, of which it needs few.</summary>
/// <param name="Port">The port of HTTP: DVC_PORT_BASE (8080) and 2.</param>
/// <param name="MailPort">The port of the mail sink: DVC_PORT_BASE and 25.</param>
/// <param name="Gateway">Where the Gateway is: DVC_GATEWAY_URL, or this machine at DVC_PORT_BASE.</param>
/// <param name="State">The file in which the parties keep what they took: DVC_SANDBOX_STATE; null for none, then a sandbox that ends forgets.</param>
/// <param name="Statements">The folder into which banks lay their statements, each in one of its name: DVC_SANDBOX_STATEMENTS; null to lay them nowhere.</param>
/// <param name="BankKeys">The folder of the development keys of the bank that signs with RSA: DVC_SANDBOX_BANK_KEYS; null to draw them at each start.</param>
internal sealed record SandboxOptions(int Port, int MailPort, Uri Gateway, string? State = null, string? BankKeys = null, string? Statements = null)
{
    /// <summary>Where it listens: on this machine alone, since its credentials are public.</summary>
    public static IPAddress Address => IPAddress.Loopback;

    /// <summary>Where payers and the portal find it.</summary>
    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://{Address}:{Port}");

    /// <summary>Reads the options.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <exception cref="SandboxRefusedException">It may not run here, or a variable is wrong; the message names it and the rule.</exception>
    public static SandboxOptions Read(Func<string, string?> variable)
    {
        var environment = variable("DVC_ENVIRONMENT") ?? variable("DOTNET_ENVIRONMENT") ?? variable("ASPNETCORE_ENVIRONMENT") ?? "Production";
        if (!string.Equals(environment, "Development", StringComparison.OrdinalIgnoreCase))
        {
            throw new SandboxRefusedException($"The sandbox plays the external parties and runs in Development only; DVC_ENVIRONMENT is {environment}.");
        }

        var portBase = 8080;
        if (variable("DVC_PORT_BASE") is { Length: > 0 } text
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out portBase) && portBase is >= 1024 and <= 65000))
        {
            throw new SandboxRefusedException("DVC_PORT_BASE must be a number from 1024 to 65000.");
        }

        var gateway = variable("DVC_GATEWAY_URL") is { Length: > 0 } url ? url : $"http://127.0.0.1:{portBase}";
        return Uri.TryCreate(gateway, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new SandboxOptions(portBase + 2, portBase + 25, address!, Given("DVC_SANDBOX_STATE"), Given("DVC_SANDBOX_BANK_KEYS"), Given("DVC_SANDBOX_STATEMENTS"))
            : throw new SandboxRefusedException("DVC_GATEWAY_URL must be an absolute http or https address.");

        string? Given(string name) => variable(name) is { Length: > 0 } text ? text : null;
    }
}

/// <summary>The sandbox may not run as it is told to.</summary>
internal sealed class SandboxRefusedException(string message) : Exception(message);
