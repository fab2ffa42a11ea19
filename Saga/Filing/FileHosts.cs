namespace DichVuCong.Saga.Filing;

/// <summary>The hosts on which the portal keeps files (setting <c>Files:AllowedHosts</c>): files are taken from nowhere else.</summary>
/// <param name="names">Host names or addresses: <c>files.dichvucong.gov.vn</c>, or <c>*.dichvucong.gov.vn</c> for every name below one.</param>
/// <param name="loopback">Whether this machine is one of them: in Development only.</param>
public sealed class FileHosts(IEnumerable<string> names, bool loopback)
{
    /// <summary>The longest address of a file, in characters.</summary>
    public const int MaxAddress = 2000;

    private readonly HashSet<string> _names = new(names.Select(name => name.Trim()), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether this machine is a host of files.</summary>
    public bool Loopback => loopback;

    /// <summary>Whether an address is one from which files could be fetched at all: absolute, http or https, without a user's name in it.</summary>
    public static bool TryParse(string? text, out Uri address)
    {
        address = null!;
        if (text is null or { Length: > MaxAddress } || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var parsed)) return false;
        if (parsed.Scheme is not ("http" or "https") || parsed.Host.Length == 0 || parsed.UserInfo.Length > 0) return false;
        address = parsed;
        return true;
    }

    /// <summary>Whether files may be fetched from an address.</summary>
    public bool Allows(Uri address) =>
        (loopback && address.IsLoopback) || IsNamed(address.IdnHost);

    /// <summary>Whether a host itself is on the list, not only a name above it: its addresses need no further look then.</summary>
    public bool Names(string host) => _names.Contains(host);

    private bool IsNamed(string host)
    {
        if (_names.Contains(host)) return true;
        for (var dot = host.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = host.IndexOf('.', dot + 1))
        {
            if (_names.Contains("*" + host[dot..])) return true;
        }

        return false;
    }
}
