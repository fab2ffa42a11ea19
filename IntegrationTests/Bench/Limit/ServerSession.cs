using System.Buffers.Binary;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Bench.Limit;

/// <summary>A bare connection to the server: logs in (SCRAM-SHA-256, RFC 7677, or trust) and sends bytes that were recorded.</summary>
internal sealed class ServerSession : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };

    public void Dispose() => _client.Dispose();

    /// <summary>Connects and logs in.</summary>
    /// <exception cref="InvalidOperationException">The server refused.</exception>
    public async Task ConnectAsync(string host, int port, string database, string user, string password, CancellationToken cancellationToken)
    {
        await _client.ConnectAsync(host, port, cancellationToken);
        var stream = _client.GetStream();
        var words = Encoding.UTF8.GetBytes($"user\0{user}\0database\0{database}\0client_encoding\0UTF8\0\0");
        var start = new byte[8 + words.Length];
        BinaryPrimitives.WriteInt32BigEndian(start, start.Length);
        BinaryPrimitives.WriteInt32BigEndian(start.AsSpan(4), 196608); // protocol 3.0
        words.CopyTo(start, 8);
        await stream.WriteAsync(start, cancellationToken);
        await LogInAsync(stream, password, cancellationToken);
    }

    /// <summary>Sends one request and reads its answer.</summary>
    /// <returns>The rows touched and the errors answered.</returns>
    public async Task<(long Rows, int Errors)> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var stream = _client.GetStream();
        await stream.WriteAsync(request, cancellationToken);
        var (rows, errors) = (0L, 0);
        while (true)
        {
            var message = await WireMessage.ReadAsync(stream, cancellationToken);
            rows += message.Rows;
            if (message.Type == (byte)'E') errors++;
            if (message.Type == (byte)'Z') return (rows, errors);
        }
    }

    private static async Task LogInAsync(NetworkStream stream, string password, CancellationToken cancellationToken)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        while (true)
        {
            var message = await WireMessage.ReadAsync(stream, cancellationToken);
            if (message.Type == (byte)'Z') return;
            if (message.Type == (byte)'E') throw new InvalidOperationException("The server refused the log-in of the replay.");
            if (message.Type != (byte)'R') continue;
            switch (BinaryPrimitives.ReadInt32BigEndian(message.Body.Span))
            {
                case 10:
                    await stream.WriteAsync(FirstAnswer(nonce), cancellationToken);
                    break;
                case 11:
                    await stream.WriteAsync(FinalAnswer(nonce, Encoding.ASCII.GetString(message.Body.Span[4..]), password), cancellationToken);
                    break;
                default:
                    break; // 0: welcome; 12: the server's own proof, which a bench need not check
            }
        }
    }

    private static byte[] FirstAnswer(string nonce)
    {
        var first = Encoding.ASCII.GetBytes($"n,,n=,r={nonce}");
        var mechanism = "SCRAM-SHA-256\0"u8;
        var body = new byte[mechanism.Length + 4 + first.Length];
        mechanism.CopyTo(body);
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(mechanism.Length), first.Length);
        first.CopyTo(body, mechanism.Length + 4);
        return WireMessage.Of('p', body);
    }

    private static byte[] FinalAnswer(string nonce, string challenge, string password)
    {
        var parts = challenge.Split(',').ToDictionary(part => part[0], part => part[2..]);
        var salted = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(password), Convert.FromBase64String(parts['s']), int.Parse(parts['i']), HashAlgorithmName.SHA256, 32);
        var clientKey = HMACSHA256.HashData(salted, "Client Key"u8);
        var withoutProof = $"c=biws,r={parts['r']}";
        var signed = Encoding.ASCII.GetBytes($"n=,r={nonce},{challenge},{withoutProof}");
        var proof = HMACSHA256.HashData(SHA256.HashData(clientKey), signed);
        for (var index = 0; index < proof.Length; index++) proof[index] ^= clientKey[index];
        return WireMessage.Of('p', Encoding.ASCII.GetBytes($"{withoutProof},p={Convert.ToBase64String(proof)}"));
    }
}
