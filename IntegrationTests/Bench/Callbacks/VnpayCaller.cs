using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Adapters.Banks.Configuration;

namespace DichVuCong.Bench.Callbacks;

/// <summary>VNPAY's side: signed IPNs of distinct orders, each connection sending one after the other.</summary>
internal sealed class VnpayCaller(Uri gateway, CallbackOrders orders, int connections) : IDisposable
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(DevelopmentDefaults.VnpaySecret);
    private static readonly byte[] Accepted = Encoding.ASCII.GetBytes("\"RspCode\":\"00\"");
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseProxy = false }) { BaseAddress = gateway };
    private long _accepted;
    private long _others;

    /// <summary>Replies 00 so far.</summary>
    public long AcceptedCount => Interlocked.Read(ref _accepted);

    /// <summary>All other replies so far.</summary>
    public long OtherCount => Interlocked.Read(ref _others);

    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => SendAsync(cancellationToken), CancellationToken.None)));

    public void Dispose() => _http.Dispose();

    private static string QueryOf(string reference, string number)
    {
        var signed = string.Create(
            CultureInfo.InvariantCulture,
            $"vnp_Amount={CallbackOrders.Amount * 100}&vnp_BankCode=NCB&vnp_OrderInfo=Nop+phi&vnp_PayDate=20261121080530&vnp_ResponseCode=00")
            + $"&vnp_TmnCode={DevelopmentDefaults.VnpayTerminal}&vnp_TransactionNo={number}&vnp_TransactionStatus=00&vnp_TxnRef={reference}";
        return $"{signed}&vnp_SecureHash={Convert.ToHexStringLower(HMACSHA512.HashData(Secret, Encoding.ASCII.GetBytes(signed)))}";
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var (reference, number) = orders.Take();
            using var request = new HttpRequestMessage(HttpMethod.Get, "/callbacks/vnpay?" + QueryOf(reference, number));
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
            // A call that is under way at the end is still answered: every one counts or is counted as another.
            using var response = await _http.SendAsync(request, CancellationToken.None);
            var body = await response.Content.ReadAsByteArrayAsync(CancellationToken.None);
            if (body.AsSpan().IndexOf(Accepted) >= 0) Interlocked.Increment(ref _accepted);
            else Interlocked.Increment(ref _others);
        }
    }
}
