using System.Security.Cryptography;

namespace DichVuCong.Faults.Processes;

/// <summary>
/// The development keys of the Sandbox's bank that signs with RSA. The Sandbox would draw them when it starts; hosts that start beside it need them
/// before that.
/// </summary>
internal sealed class BankKeys(string folder)
{
    private const int Bits = 2048;

    /// <summary>Where they lie: <c>DVC_SANDBOX_BANK_KEYS</c>.</summary>
    public string Folder => folder;

    /// <summary>Draws them.</summary>
    public void Create()
    {
        Directory.CreateDirectory(folder);
        foreach (var owner in new[] { "bank", "portal" })
        {
            using var key = RSA.Create(Bits);
            var path = Path.Combine(folder, $"development-{owner}.key.pem");
            File.WriteAllText(path, key.ExportPkcs8PrivateKeyPem());
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
