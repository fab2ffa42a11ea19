using System.Diagnostics.Metrics;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Gateway.Tests.OneStop.Support;
using DichVuCong.Runtime.Telemetry;

namespace DichVuCong.Gateway.Tests.OneStop;

internal sealed class When_a_service_is_not_supported
{
    [Test]
    public async Task Should_refuse_it_by_name_keep_its_body_and_count_it()
    {
        var gateway = await SharedGateway.GetAsync();
        var client = await OneStopClient.LogInAsync("H29");
        var counted = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == UnsupportedServices.Metric.Name) listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag is { Key: Label.Service, Value: "DongBoHoiDap" }) Interlocked.Add(ref counted, count);
            }
        });
        listener.Start();

        var reply = await OneStopClient.SendAsync(gateway, OneStopClient.Integration, ClientRequests.Call(client.Envelope("DongBoHoiDap")));

        reply.ErrorCode.ShouldBe(-1);
        reply.Message.ShouldBe("Dịch vụ chưa hỗ trợ: DongBoHoiDap");
        reply.Results.ShouldHaveSingleItem().Code.ShouldBe("envelope.service.unsupported");
        (await gateway.RawBodiesAsync("DongBoHoiDap", "envelope.service.unsupported")).ShouldBe(1);
        counted.ShouldBe(1);
    }

    [Test]
    public async Task Should_refuse_a_supported_one_where_it_is_not_offered()
    {
        await using var gateway = await Tests.Support.GatewayFixture.StartAsync(development: true, "--OneStop:ShareServices:0=LayDVC");
        var client = await OneStopClient.LogInAsync(gateway, "H29");

        var elsewhere = await client.AskAsync(OneStopServices.ListSectors);
        var here = await client.AskAsync(OneStopServices.ListServices);

        elsewhere.Results.ShouldHaveSingleItem().Code.ShouldBe("envelope.service.wrongEndpoint");
        here.ErrorCode.ShouldBe(0, here.Message);
    }
}
