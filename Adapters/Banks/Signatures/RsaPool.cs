using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace DichVuCong.Adapters.Banks.Signatures;

/// <summary>Objects of one RSA key, lent to one caller at a time: they are not made for two at once, and too dear to make for each message.</summary>
internal sealed class RsaPool(string pem)
{
    private readonly ConcurrentBag<RSA> _idle = [Import(pem)];

    /// <summary>Uses the key.</summary>
    public T Use<T>(Func<RSA, T> use)
    {
        var rsa = _idle.TryTake(out var idle) ? idle : Import(pem);
        try
        {
            return use(rsa);
        }
        finally
        {
            _idle.Add(rsa);
        }
    }

    private static RSA Import(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return rsa;
    }
}
