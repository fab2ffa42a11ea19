using System.CommandLine;
using System.Security.Cryptography;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Settings;

namespace DichVuCong.Cli.Commands.Audit;

/// <summary>The key of signed exports: a PEM file that <c>--key</c> or DVC_AUDIT_KEY names.</summary>
internal static class AuditKey
{
    public static Option<string?> Option(string description) => new("--key") { Description = $"{description} Default: DVC_AUDIT_KEY.", HelpName = "FILE" };

    /// <summary>Reads it.</summary>
    /// <exception cref="SettingsException">No file is named, or it holds no such key.</exception>
    public static async Task<ECDsa> ReadAsync(CliEnvironment environment, string? path, CancellationToken cancellationToken)
    {
        var file = path ?? environment.Variable("DVC_AUDIT_KEY");
        if (string.IsNullOrWhiteSpace(file)) throw new SettingsException("DVC_AUDIT_KEY is not set, nor --key given: the PEM file of the key of exports (dvc audit make-key).");
        if (!File.Exists(file)) throw new SettingsException($"There is no key file {file}.");
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(await File.ReadAllTextAsync(file, cancellationToken));
            return key;
        }
        catch (Exception failure) when (failure is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new SettingsException($"{file} holds no elliptic-curve key in PEM.");
        }
    }
}
