using System.Net;
using System.Net.Http.Headers;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.Tests.Support;
using G1 = DichVuCong.Adapters.OneStop.Wire.G1;
using G2 = DichVuCong.Adapters.OneStop.Wire.G2;

namespace DichVuCong.Gateway.Tests.OneStop.Support;

/// <summary>A one-stop system that calls the gateway as the known clients do.</summary>
internal sealed class OneStopClient(GatewayFixture gateway, string maDonVi, string? session)
{
    public const string Login = "/mapi/login";
    public const string Share = "/mapi/share";
    public const string Integration = "/mapi/integration";

    public string? Session { get; } = session;

    /// <summary>Logs in to the shared gateway by an agency's code.</summary>
    public static async Task<OneStopClient> LogInAsync(string user, string? maDonVi = null, string prefix = "")
    {
        var gateway = await SharedGateway.GetAsync();
        return await LogInAsync(gateway, user, maDonVi, prefix);
    }

    public static async Task<OneStopClient> LogInAsync(GatewayFixture gateway, string user, string? maDonVi = null, string prefix = "")
    {
        var reply = await SendAsync(gateway, prefix + Login, ClientRequests.Login(new LoginRequest { Username = user, Password = $"dev-{user}" }));
        reply.ErrorCode.ShouldBe(0, reply.Message);
        return new OneStopClient(gateway, maDonVi ?? user, reply.Session.ShouldNotBeNull());
    }

    public Task<ReplyEnvelope> PushAsync(bool isUpdating, params G2.Dossier[] dossiers) =>
        SendAsync(gateway, Integration, ClientRequests.SyncDossiers(Envelope(OneStopServices.SyncDossiers, isUpdating), dossiers));

    public Task<ReplyEnvelope> PushG1Async(bool isUpdating, params G1.Dossier[] dossiers) =>
        SendAsync(gateway, Integration, ClientRequests.SyncDossiers(Envelope(OneStopServices.SyncDossiers, isUpdating), dossiers));

    public Task<ReplyEnvelope> ProgressAsync(params ProgressRow[] rows) =>
        SendAsync(gateway, Integration, ClientRequests.RecordProgress(Envelope(OneStopServices.RecordProgress), rows));

    public Task<ReplyEnvelope> StatusAsync(DossierStatus status) =>
        SendAsync(gateway, Integration, ClientRequests.SyncStatus(Envelope(OneStopServices.SyncStatus), status));

    public Task<ReplyEnvelope> AskAsync(
        string service, string? maHoSo = null, string? number = null, string? maTTHC = null, string? idQDCB = null, string path = Share) =>
        SendAsync(gateway, path, ClientRequests.Call(new RequestEnvelope
        {
            Session = Session,
            MaDonVi = maDonVi,
            Service = service,
            MaHoSo = maHoSo,
            MstOrCmnd = number,
            MaTTHC = maTTHC,
            IdQDCB = idQDCB,
        }));

    public RequestEnvelope Envelope(string service, bool? isUpdating = null) =>
        new() { Session = Session, MaDonVi = maDonVi, Service = service, IsUpdating = isUpdating?.ToString() };

    /// <summary>Posts a body and reads the envelope that comes back, which is a business answer: status 200.</summary>
    public static async Task<ReplyEnvelope> SendAsync(GatewayFixture gateway, string path, byte[] body)
    {
        using var response = await PostAsync(gateway, path, body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await ReadAsync(response);
    }

    public static async Task<HttpResponseMessage> PostAsync(GatewayFixture gateway, string path, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await gateway.Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public static async Task<ReplyEnvelope> ReadAsync(HttpResponseMessage response)
    {
        var read = ReplyEnvelope.Read(await response.Content.ReadAsByteArrayAsync());
        read.IsRead.ShouldBeTrue(read.Fault?.Message);
        return read.Value!;
    }
}
