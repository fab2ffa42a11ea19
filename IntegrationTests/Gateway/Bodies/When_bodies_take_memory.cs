using System.Net.Sockets;
using System.Text;
using DichVuCong.Gateway.Bodies;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Gateway.Tests.Bodies;

/// <summary>The room for bodies is bounded, and taken by bytes that came, not by promises of them.</summary>
internal sealed class When_bodies_take_memory
{
    private const int Half = 16 * 1024 * 1024;

    [Test]
    public void Should_leave_half_of_the_room_to_short_ones()
    {
        var room = new BodyRoom(new GatewayOptions { BodyMegabytes = 32 });
        using var first = room.Open();
        using var second = room.Open();
        using var letter = room.Open();

        first.TryGrow(Half).ShouldBeTrue();
        second.TryGrow(BodyRoom.LongBody + 1).ShouldBeFalse("long bodies have their half");
        letter.TryGrow(BodyRoom.LongBody).ShouldBeTrue("short ones come through");
        room.Taken.ShouldBe(Half + BodyRoom.LongBody);
    }

    [Test]
    public void Should_give_back_what_a_call_held()
    {
        var room = new BodyRoom(new GatewayOptions { BodyMegabytes = 32 });
        var part = room.Open();
        part.TryGrow(1_000).ShouldBeTrue();
        part.TryGrow(2_000).ShouldBeTrue();
        room.Taken.ShouldBe(2_000, "it grew, and is not counted twice");

        part.Dispose();
        part.Dispose();

        room.Taken.ShouldBe(0);
    }

    [Test]
    public async Task Should_take_none_for_what_is_only_promised()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        var room = gateway.Services.GetRequiredService<BodyRoom>();
        var sockets = new List<Socket>();
        try
        {
            for (var number = 0; number < 50; number++)
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                sockets.Add(socket);
                await socket.ConnectAsync("127.0.0.1", gateway.Settings.GatewayPort);
                await socket.SendAsync(Encoding.ASCII.GetBytes("POST /mapi/integration HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n{"));
            }

            await Eventually.HoldsAsync(() => room.Taken == 50 * 4096, "all of them are being read", TimeSpan.FromSeconds(30));
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }

        await Eventually.HoldsAsync(() => room.Taken == 0, "callers who have gone hold nothing", TimeSpan.FromSeconds(30));
    }
}
